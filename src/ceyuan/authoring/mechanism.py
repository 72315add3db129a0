"""The words a mechanism (a procedure of the bureau) is written in.

A mechanism is a folder with `card.toml`, `mechanism.py` and `examples.toml`. Its function:

    @moves   def …() -> Iterable[Move]      who may take a case from where to where, until when

The machine checks such a folder; the engine that runs cases is not built yet.
"""

from dataclasses import dataclass

from ceyuan.authoring.marks import marked

moves = marked("moves")


@dataclass(frozen=True, slots=True)
class Move:
    """A step of a procedure.

    Attributes:
        name: what people call it.
        who: the role that may take it.
        source: the state it leads from; empty for the opening of a case.
        target: the state it leads to.
        due_working_days: how long `source` may last before it is late; 0 for no limit.
    """

    name: str
    who: str
    source: str
    target: str
    due_working_days: int = 0
