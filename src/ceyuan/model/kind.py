"""A sort of thing the ledger keeps, and the fields it has."""

from dataclasses import dataclass, field
from enum import StrEnum

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.measure import Measure


class FieldType(StrEnum):
    """What a field holds."""

    QUANTITY = "quantity"
    TEXT = "text"
    DATE = "date"
    TRUTH = "truth"
    CODE = "code"
    CHOICE = "choice"
    REFERENCE = "reference"


class Acting(StrEnum):
    """What somebody who acts would change of a field.

    As a rule a figure is raised and a truth turned either way; a rank is better the smaller; days,
    words and codes are nothing to act on.
    """

    USUAL = "usual"
    RAISED = "raised"
    LOWERED = "lowered"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a kind: an indicator of a district, a column of a register.

    Attributes:
        id: the English identifier, as programmes name it.
        name: the official Chinese term.
        english: the English term.
        type: what it holds.
        unit: base unit of a quantity; empty otherwise.
        definition: what counts and what does not, with its source.
        settled_by: the paper that tells it, where nobody has given it yet.
        stock: true for what stands at a date, false for what flows in a period.
        measure: what a bare number about it measures.
        formula: how it is computed from others, in words; empty where it is counted.
        synonyms: how texts print it.
        headings: how registers print it as a column heading.
        group: the heading it stands under on pages (`enterprises`, `research`, `economy` …).
        code: identifier in the statistical reference list, where there is one.
        choices: for a choice, the values and their printed spellings.
        of: for a reference, the kind referred to.
        many: whether one thing may have several at once (titles, inventors, years); a register
            prints them in one cell.
        signed: for a quantity, whether it can be below zero (a profit can, a headcount cannot).
        part_of: the field whose amount this one can never exceed (R&D staff, staff).
        beside: the field of about the same size (R&D expense beside revenue): a hundred times as much
            means that two units were mixed up.
        since: for a last day, the field of the first day; a cell that prints a run fills both. For a
            truth (高新技术企业), the field of the day since which it holds.
        until: for a truth, the field of the last day on which it holds.
        counted_as: for a truth, the indicator of a district that counts the things it holds for.
        acting: what somebody who acts would change of it: a title is gained (`raised`), a debt and an
            entry on a black list are shed (`lowered`), an accident that happened stays (`fixed`).
        personal: whether it is about a person (name, telephone); shown only to those who may see it.
    """

    id: str
    name: str
    english: str
    type: FieldType = FieldType.TEXT
    unit: str = ""
    definition: str = ""
    source: str = ""
    settled_by: str = ""
    stock: bool = False
    measure: Measure = Measure.LEVEL
    formula: str = ""
    synonyms: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    group: str = ""
    code: str = ""
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    of: str = ""
    many: bool = False
    signed: bool = False
    since: str = ""
    until: str = ""
    counted_as: str = ""
    part_of: str = ""
    beside: str = ""
    personal: bool = False
    acting: Acting = Acting.USUAL

    @property
    def term(self) -> Bilingual:
        """The word people read."""
        return Bilingual(self.name, self.english)

    def choice_term(self, value: str) -> Bilingual:
        """The official word of a choice: the first of its printed spellings; the value where none is."""
        spellings = self.choices.get(value, ())
        latin = next((said for said in spellings if said.isascii()), value.replace("_", " "))
        return Bilingual(spellings[0] if spellings else value, latin)


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of thing: its names, its fields in order, and whom to trust when two disagree.

    `trust` lists readers, most trusted first; `nouns` are the endings and words by which a text
    names a thing of this kind (研究院, 孵化器 …). `identifier` is the field whose value names one
    thing for good (the credit code); `key` are the fields that together name a row where there is
    neither identifier nor name (a loan: who, from whom, when). By custom the field `name` holds what
    a thing is called and `former_name` what it was called before. `counted_as` is the indicator of a
    district that counts the things of this kind.
    """

    name: str
    title: str
    english: str
    fields: tuple[Field, ...]
    trust: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    identifier: str = ""
    key: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    counted_as: str = ""
    _by_id: dict[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {one.id: one for one in reversed(self.fields)})

    @property
    def term(self) -> Bilingual:
        """The word people read."""
        return Bilingual(self.title, self.english)

    def field(self, id: str) -> Field | None:
        """The field with this identifier, or None."""
        return self._by_id.get(id)
