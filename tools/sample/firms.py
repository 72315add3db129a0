"""The invented enterprises of the sample district, drawn once from a seed.

Their numbers are the district's: how many entered the register in which months, how many left,
who holds a certificate. Every name carries 岚江 or 云岫, which are no places.
"""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from ceyuan.model.credit_code import ALPHABET, check_character, organisation_check_character

REGION = "990101"
CUT = date(2025, 12, 31)

#: Entries into the register of technology enterprises: first day, last day, how many.
ENTRIES = (
    (date(2017, 3, 1), date(2021, 12, 31), 163),
    (date(2022, 1, 4), date(2022, 9, 30), 29),
    (date(2022, 10, 8), date(2022, 12, 30), 9),
    (date(2023, 1, 3), date(2023, 3, 31), 9),
    (date(2023, 4, 3), date(2023, 6, 30), 10),
    (date(2023, 7, 3), date(2023, 12, 29), 22),
    (date(2024, 1, 2), date(2024, 6, 28), 24),
    (date(2024, 7, 1), date(2024, 9, 30), 14),
    (date(2024, 10, 8), date(2024, 12, 31), 14),
    (date(2025, 1, 2), date(2025, 9, 30), 35),
    (date(2025, 10, 9), date(2025, 11, 28), 8),
    (date(2025, 12, 1), date(2025, 12, 31), 4),
)
#: Removed from the register at the yearly refresh, 30 December.
REMOVALS = {2022: 5, 2023: 6, 2024: 9, 2025: 11}
#: First high-tech certificates by year; 2019–2021 together are the 47 valid at the end of 2021.
CERTIFIED = {2019: 15, 2020: 16, 2021: 16, 2022: 14, 2023: 19, 2024: 24, 2025: 27}
#: Certificates that ran out and were not renewed. The district counts 8 in 2025; two more, whose
#: renewal is still open, it goes on counting: planted.
RUN_OUT = {2022: 3, 2023: 4, 2024: 7, 2025: 10}
TECH_SMES_2025 = 165

NAMED = {
    "岚江锐澜光电技术有限公司": (2011, "光电"),
    "岚江朔影光学有限公司": (2013, "光学"),
    "岚江沐禾智能装备有限公司": (2016, "装备"),
    "岚江珩岳微电子有限公司": (2018, "微电子"),
    "岚江霁川微电子有限公司": (2015, "微电子"),
    "岚江澄砺自动化有限公司": (2014, "自动化"),
}
_FIRST = "岚澄砺霁珩朔沐曜翊澜晗煜砚泓钰昱璟骁铎湛澈玥衡毓翎隽"
_SECOND = "禾岳川影杉拓芯元合科远达宁和同安博睿石舟木光成飞汇界"
#: Business word in the name: industry code, industry, field, chain, weight.
TRADES = {
    "传感技术": ("4016", "供应用仪器仪表制造", "80301", "智能传感", 10),
    "微电子": ("3973", "集成电路制造", "102", "智能传感", 8),
    "光学": ("4040", "光学仪器制造", "106", "柔性显示", 6),
    "光电技术": ("3974", "显示器件制造", "106", "柔性显示", 7),
    "智能装备": ("3569", "其他电子专用设备制造", "80403", "高端装备", 10),
    "精密机械": ("3421", "金属切削机床制造", "80401", "高端装备", 9),
    "自动化": ("4011", "工业自动控制系统装置制造", "80101", "高端装备", 8),
    "新材料": ("2651", "初级形态塑料及合成树脂制造", "403", "先进材料", 9),
    "汽车零部件": ("3670", "汽车零部件及配件制造", "80702", "汽车配套", 8),
    "软件": ("6513", "应用软件开发", "101", "软件信息", 11),
    "数字科技": ("6531", "信息系统集成服务", "503", "软件信息", 9),
    "生物科技": ("7340", "医学研究和试验发展", "201", "生命健康", 6),
    "医疗器械": ("3581", "医疗诊断、监护及治疗设备制造", "205", "生命健康", 5),
    "环保科技": ("7722", "大气污染治理", "702", "节能环保", 5),
    "电气": ("3823", "配电开关控制设备制造", "806", "高端装备", 6),
    "农业科技": ("7330", "农业科学研究和试验发展", "207", "现代农业", 4),
    "检测技术": ("7452", "检测服务", "502", "科技服务", 4),
}
TOWNS = ("云台街道", "岫泉街道", "砚江街道", "砚台镇", "石漾镇", "沙溪湾镇")
PARKS = ("云岫高新区岫泉片区", "云岫高新区砚江片区", "云岫科创走廊", "", "")
_SURNAMES = "纪宗闻石洛柏祁裴楚贺蔺简庄阮喻"
_FORMS = ("有限公司",) * 16 + ("有限责任公司", "股份有限公司", "股份有限公司")


@dataclass
class Firm:
    """One invented enterprise."""

    number: int
    name: str
    code: str
    founded: date
    trade: str
    town: str
    park: str
    capital_wan: int
    size: str
    entered: date
    removed: date | None = None
    certified: list[date] = field(default_factory=list)
    sme_batch: int = 0
    grade: str = ""
    klass: str = "B"
    contact: str = ""
    former: str = ""

    @property
    def industry(self) -> tuple[str, str, str, str]:
        """Industry code, industry, technical field, chain."""
        return TRADES[self.trade][:4]

    def in_register(self, on: date) -> bool:
        """Whether it is in the register of technology enterprises that day."""
        return self.entered <= on and (self.removed is None or self.removed > on)

    def certificate(self, on: date) -> date | None:
        """Day of the certificate valid on `on`; certificates run three years."""
        valid = [day for day in self.certified if day <= on < day.replace(year=day.year + 3)]
        return max(valid, default=None)


@cache
def firms() -> tuple[Firm, ...]:
    """All enterprises that were ever in the register by the end of 2025, in order of entry."""
    chance = random.Random(990101)
    entered = sorted(
        _between(chance, first, last) for first, last, count in ENTRIES for _ in range(count)
    )
    names = _names(chance, len(entered))
    found = [
        _firm(chance, number, name, day)
        for number, (name, day) in enumerate(zip(names, entered, strict=True), 1)
    ]
    _remove(chance, found)
    _certify(chance, found)
    _list_smes(chance, found)
    for firm in found:
        firm.klass = chance.choices("ABC", (2, 5, 3))[0]
        firm.grade = chance.choices("ABCDE", (1, 2, 3, 4, 3))[0]
    return tuple(found)


def still_in(on: date = CUT) -> list[Firm]:
    """Enterprises in the register on a day."""
    return [firm for firm in firms() if firm.in_register(on)]


def credit_code(chance: random.Random, kind: str = "91", region: str = REGION) -> str:
    """A code with right check characters in a region that no register uses."""
    body = "MA" + "".join(chance.choice(ALPHABET) for _ in range(6))
    first = kind + region + body + organisation_check_character(body)
    return first + check_character(first)


def _between(chance: random.Random, first: date, last: date) -> date:
    day = first + timedelta(days=chance.randrange((last - first).days + 1))
    return (
        day - timedelta(days=max(day.weekday() - 4, 0)) if day - timedelta(days=2) >= first else day
    )


def _names(chance: random.Random, count: int) -> list[str]:
    trunks = [a + b for a in _FIRST for b in _SECOND]
    chance.shuffle(trunks)
    taken = {name[2:4] for name in NAMED}
    free = iter(t for t in trunks if t not in taken)
    trades, weights = list(TRADES), [t[4] for t in TRADES.values()]
    made = []
    for _ in range(count - len(NAMED)):
        trunk, trade, form = next(free), chance.choices(trades, weights)[0], chance.choice(_FORMS)
        style = chance.random()
        if style < 0.68:
            made.append(f"岚江{trunk}{trade}{form}")
        elif style < 0.86:
            made.append(f"{trunk}{trade}（岚江）{form}")
        else:
            made.append(f"云岫{trunk}{trade}{form}")
    for at, name in zip(chance.sample(range(100), len(NAMED)), NAMED, strict=True):
        made.insert(at, name)
    return made


def _firm(chance: random.Random, number: int, name: str, entered: date) -> Firm:
    trade = max((t for t in TRADES if t in name), key=len, default="智能装备")
    if name in NAMED:
        founded = date(NAMED[name][0], chance.randint(1, 12), chance.randint(1, 28))
    else:
        founded = entered - timedelta(days=chance.randint(200, 3600))
    capital = chance.choice((50, 100, 200, 300, 500, 500, 800, 1000, 1000, 2000, 3000, 5000))
    size = chance.choices(("微型", "小型", "中型", "大型"), (35, 48, 14, 3))[0]
    return Firm(
        number=number,
        name=name,
        code=credit_code(chance),
        founded=founded,
        trade=trade,
        town=chance.choice(TOWNS),
        park=chance.choice(PARKS),
        capital_wan=capital,
        size=size,
        entered=entered,
        contact=chance.choice(_SURNAMES) + "某",
    )


def _remove(chance: random.Random, found: list[Firm]) -> None:
    for year, count in REMOVALS.items():
        old = [
            f for f in found if f.removed is None and f.entered.year < year and f.name not in NAMED
        ]
        for firm in chance.sample(old, count):
            firm.removed = date(year, 12, 30)


def _certify(chance: random.Random, found: list[Firm]) -> None:
    for year, count in CERTIFIED.items():
        day = date(year, 11, 28) if year % 2 else date(year, 10, 16)
        fit = [
            f
            for f in found
            if not f.certified
            and f.founded <= date(year - 1, 6, 30)
            and (f.entered <= day or year < 2022)
            and (f.removed is None)
            and f.size != "微型"
        ]
        named = [f for f in fit if f.name in NAMED][:2]
        others = [f for f in fit if f not in named]
        for firm in named + chance.sample(others, count - len(named)):
            firm.certified.append(day)
    for year in range(2022, 2026):
        due = [f for f in found if f.certified and f.certified[-1].year == year - 3]
        gone = set(map(id, chance.sample([f for f in due if f.name not in NAMED], RUN_OUT[year])))
        for firm in due:
            if id(firm) not in gone:
                firm.certified.append(firm.certified[-1].replace(year=year))


def _list_smes(chance: random.Random, found: list[Firm]) -> None:
    fit = [f for f in found if f.in_register(CUT) and f.size in ("微型", "小型", "中型")]
    chosen = chance.sample(fit, TECH_SMES_2025)
    for firm in chosen:
        firm.sme_batch = 1 if chance.random() < 0.56 else 2
