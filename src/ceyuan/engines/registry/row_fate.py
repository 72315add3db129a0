"""What keeping a row would mean for the ledger."""

from enum import StrEnum

from ceyuan.model.bilingual import Bilingual


class RowFate(StrEnum):
    """What keeping a row would mean for the ledger."""

    NEW = "new"
    CHANGED = "changed"
    FURTHER = "further"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    CONTRADICTORY = "contradictory"
    UNREADABLE = "unreadable"

    @property
    def term(self) -> Bilingual:
        """The word people read."""
        return _FATES[self]


_FATES = {
    RowFate.NEW: Bilingual("新增", "new"),
    RowFate.CHANGED: Bilingual("变更", "changed"),
    RowFate.FURTHER: Bilingual("补充", "adds figures"),
    RowFate.UNCHANGED: Bilingual("无变化", "unchanged"),
    RowFate.DUPLICATE: Bilingual("重复", "duplicate"),
    RowFate.CONTRADICTORY: Bilingual("矛盾", "contradictory"),
    RowFate.UNREADABLE: Bilingual("无法读取", "unreadable"),
}
