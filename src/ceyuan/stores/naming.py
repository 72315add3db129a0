"""Who the subjects of facts are: their identifiers, kinds, and every name they have had."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from ceyuan.model.entity import Entity
from ceyuan.stores.line import Line
from ceyuan.stores.numbering import in_runs
from ceyuan.stores.rows import next_no, write_rows
from ceyuan.stores.schema import entities, names
from ceyuan.stores.seal import name_written

#: Beyond so many entities all names are read once instead of picking each.
_FEW = 2_000


@dataclass(frozen=True, slots=True)
class NewName:
    """A name to be written down: of the entity `id`, which is numbered `no`."""

    id: str
    no: int
    name: str

    def written(self) -> bytes:
        """The name as bytes, for the seal."""
        return name_written(self.id, self.name)


@dataclass(frozen=True, slots=True)
class Named:
    """An entity with every name it has had, the current one first."""

    id: str
    kind: str
    names: tuple[str, ...]


def keep_entities(
    connection: Connection, lines: Iterable[Line], given: Iterable[Entity]
) -> list[NewName]:
    """Make the subjects of `lines` and those `given` known; gives the names that are new.

    A subject nobody has named gets the first name printed, or its identifier. A name or kind that
    is given replaces the one before.
    """
    named = {entity.id: entity for entity in given}
    printed: dict[str, Entity] = {}
    for line in lines:
        seen = printed.get(line.subject)
        if seen is None or (line.printed and not seen.name):
            printed[line.subject] = Entity(line.subject, line.kind, line.printed)
    sought = list(printed | named)
    known = _known(connection, sought)
    no = next_no(connection, entities)
    fresh: list[tuple[int, str, str]] = []
    found: list[NewName] = []
    for id in sought:
        entity = named.get(id)
        if id not in known:
            entity = entity or printed[id]
            fresh.append((no, id, entity.kind))
            found.append(NewName(id, no, entity.name or id))
            no += 1
        elif entity is not None:
            old_no, kind, name = known[id]
            if entity.kind and entity.kind != kind:
                where = entities.c.no == old_no
                connection.execute(update(entities).where(where).values(kind=entity.kind))
            if entity.name and entity.name != name:
                found.append(NewName(id, old_no, entity.name))
    write_rows(connection, entities, ("no", "id", "kind"), fresh)
    return found


def keep_names(connection: Connection, found: list[NewName], entry: int) -> None:
    """Write new names down under their entry."""
    if not found:
        return
    rows = [
        (no, new.no, new.name, entry) for no, new in enumerate(found, next_no(connection, names))
    ]
    write_rows(connection, names, ("no", "entity", "name", "entry"), rows)


def entity_of(connection: Connection, id: str) -> Entity | None:
    """A subject under its current name; None where nothing was ever recorded about it."""
    known = _known(connection, [id]).get(id)
    return None if known is None else Entity(id, known[1], known[2] or id)


def current_names(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """The current name of each of these entities that has one, however many they are."""
    if len(ids) <= _FEW:
        known = _known(connection, list(ids))
        return {id: name for id, (_, _, name) in known.items() if name}
    query = (
        select(entities.c.id, names.c.name)
        .join(names, names.c.entity == entities.c.no)
        .order_by(names.c.no)
    )
    wanted = frozenset(ids)
    found = {id: name for id, name in connection.execute(query) if id in wanted}  # the last stays
    return {id: name for id, name in found.items() if name}


def all_names(connection: Connection, kinds: Collection[str]) -> tuple[Named, ...]:
    """Every entity of these kinds with its names, the current one first, in order of recording."""
    query = (
        select(entities.c.id, entities.c.kind, names.c.name)
        .join(names, names.c.entity == entities.c.no)
        .where(entities.c.kind.in_(list(kinds)))
        .order_by(entities.c.no, names.c.no.desc())
    )
    found: dict[str, tuple[str, list[str]]] = {}
    for row in connection.execute(query):
        found.setdefault(row.id, (row.kind, []))[1].append(row.name)
    return tuple(
        Named(id, kind, tuple(dict.fromkeys(called))) for id, (kind, called) in found.items()
    )


def _known(connection: Connection, ids: list[str]) -> dict[str, tuple[int, str, str]]:
    """Number, kind and current name of the entities that are known."""
    current = (
        select(names.c.name)
        .where(names.c.entity == entities.c.no)
        .order_by(names.c.no.desc())
        .limit(1)
        .scalar_subquery()
    )
    found: dict[str, tuple[int, str, str]] = {}
    for run in in_runs(ids):
        query = select(entities, current.label("name")).where(entities.c.id.in_(run))
        for row in connection.execute(query):
            found[row.id] = (row.no, row.kind, row.name or "")
    return found
