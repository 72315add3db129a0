"""What pages about programmes call levels and groups, and how they say that there is no such programme."""

from ceyuan.authoring.page import NoSuchThing
from ceyuan.model.bilingual import Bilingual

#: Headings, from the nation down.
LEVELS = {
    "nation": Bilingual("国家政策", "The nation"),
    "city": Bilingual("市级政策", "The city"),
    "district": Bilingual("本区政策", "This district"),
    "elsewhere": Bilingual("其他地方的办法（供比照）", "Elsewhere, for comparison"),
}
GROUPS = {
    "qualification": Bilingual("资质", "qualification"),
    "classification": Bilingual("分类", "classification"),
    "carrier": Bilingual("载体", "carrier"),
    "award": Bilingual("奖补", "award"),
    "tax": Bilingual("税收", "tax"),
    "credit": Bilingual("信贷", "credit"),
}


def no_such_programme(name: str) -> NoSuchThing:
    """To be raised by a page whose address names no programme."""
    return NoSuchThing(
        Bilingual("没有这项政策", "there is no such programme"),
        where=name,
        remedy=Bilingual("从政策目录里选择", "choose from the list of programmes"),
    )
