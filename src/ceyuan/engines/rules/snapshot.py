"""What an assessment reads: one row for each entity, each value with the fact it comes from."""

import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ceyuan.authoring.rules import Type
from ceyuan.engines.rules.parameter import computed
from ceyuan.engines.rules.programme import Asked
from ceyuan.engines.rules.table import ARROW_TYPES
from ceyuan.model.kind import Kind

#: Beside each column, the identifier of the fact it comes from.
FACT = "__fact"

_USABLE = ("registered", "reported", "derived", "decided")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A table of entities, `subject` first; each column `x` has a twin `x__fact`."""

    table: pa.Table

    @property
    def subjects(self) -> list[str]:
        """Who the rows are."""
        return [str(one) for one in self.table["subject"].to_pylist()]

    @property
    def values(self) -> pa.Table:
        """The columns rules ask for, without twins."""
        kept = [n for n in self.table.column_names if n != "subject" and not n.endswith(FACT)]
        return self.table.select(kept)

    def parquet(self) -> bytes:
        """The bytes kept in the archive; the same table gives the same bytes."""
        sink = io.BytesIO()
        pq.write_table(self.table, sink, compression="zstd")
        return sink.getvalue()

    @property
    def digest(self) -> str:
        """The name of the snapshot: SHA-256 over its values and facts, in order."""
        sink = sha256()
        for name in self.table.column_names:
            sink.update(f"{name}\n{self.table[name].to_pylist()!r}\n".encode())
        return sink.hexdigest()


def snapshot_of(
    facts: pa.Table, kind: Kind, asked: Iterable[Asked], on: date, subjects: Sequence[str] = ()
) -> Snapshot:
    """One row for each subject of a kind, as the facts given know it, for a day asked.

    A yearly figure is taken from the whole fiscal year it is asked for (the last one before `on`);
    what stands at a date from the end of that year, and where that year has none from the latest
    date up to `on`, or from a register that gives no date. Everything else is the newest said. Only
    exact levels that were registered, reported, derived or decided count: a hedged figure is
    unknown. Of several values the reader the kind trusts most wins, then the one recorded last.

    Args:
        facts: as `Ledger.table` gives them.
        kind: what the rows are.
        asked: the columns wanted.
        on: the day asked.
        subjects: rows to have, in this order; empty for everybody the facts name.
    """
    by_subject = _gathered(facts, kind)
    rows = list(subjects) or sorted(by_subject)
    columns: dict[str, pa.Array] = {"subject": pa.array(rows, pa.string())}
    for one in sorted(asked, key=lambda a: a.name):
        if one.name in columns:
            continue
        found = [_value(by_subject.get(row, {}).get(one.field.id, ()), one, on) for row in rows]
        columns[one.name] = pa.array([value for value, _ in found], ARROW_TYPES[one.type])
        columns[one.name + FACT] = pa.array([fact for _, fact in found], pa.string())
    return Snapshot(pa.table(columns))


_Said = Mapping[str, Any]


def _gathered(facts: pa.Table, kind: Kind) -> dict[str, dict[str, list[_Said]]]:
    """The usable facts of each subject and property, best last."""
    wanted = ["id", "subject", "kind", "property", "measure", "standing", "value", "unit", "hedge"]
    wanted += ["period_start", "period_end", "instant", "reader", "recorded_on", "sort"]
    trust = {reader: -rank for rank, reader in enumerate(kind.trust)}
    made: dict[str, dict[str, list[_Said]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts.select(wanted).to_pylist():
        usable = (
            fact["kind"] == kind.name
            and fact["measure"] == "level"
            and fact["standing"] in _USABLE
            and fact["hedge"] in (None, "", "exact")
        )
        if usable:
            made[fact["subject"]][fact["property"]].append(fact)
    for properties in made.values():
        for said in properties.values():
            said.sort(
                key=lambda f: (trust.get(f["reader"], -len(trust)), f["recorded_on"], f["id"])
            )
    return made


def _value(said: Sequence[_Said], asked: Asked, on: date) -> tuple[Any, str | None]:
    if not said:
        return None, None
    if asked.type is not Type.NUMBER:
        return _word(said, asked, on)
    fact = _figure(said, asked, on)
    if fact is None:
        return None, None
    return computed(float(fact["value"]), asked.field.unit), fact["id"]


def _figure(said: Sequence[_Said], asked: Asked, on: date) -> _Said | None:
    year = on.year - 1 - asked.years_back
    first, last = date(year, 1, 1), date(year, 12, 31)
    if not asked.field.stock:
        whole = [f for f in said if f["period_start"] == first and f["period_end"] == last]
        return whole[-1] if whole else None
    within = [f for f in said if f["period_end"] and first <= f["period_end"] <= last]
    if within:
        return max(within, key=lambda f: f["period_end"])
    if asked.years_back:
        return None
    later = [f for f in said if f["period_end"] and last < f["period_end"] <= on]
    if later:
        return max(later, key=lambda f: f["period_end"])
    undated = [f for f in said if not f["period_end"]]
    return undated[-1] if undated else None


def _word(said: Sequence[_Said], asked: Asked, on: date) -> tuple[Any, str | None]:
    past = [f for f in said if not f["period_start"] or f["period_start"] <= on] or []
    if not past:
        return None, None
    best = max(past, key=lambda f: f["period_end"] or date.min)
    if asked.field.many and asked.type is Type.TEXT:
        words = dict.fromkeys(str(f["value"]).replace("|", " ") for f in past)
        return f"|{'|'.join(words)}|", best["id"]
    if asked.type is Type.TRUTH:
        return str(best["value"]).lower() == "true", best["id"]
    if asked.type is Type.DAY:
        try:
            return date.fromisoformat(str(best["value"])), best["id"]
        except ValueError:
            return None, None
    return str(best["value"]), best["id"]
