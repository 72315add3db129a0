"""From the words around a number to the name of an indicator: official where known, else coined.

`市级以上研发平台`, new in the period, becomes 新增市级以上研发平台数 of the field `rd_platforms`;
`检测实验室` counted in 个 becomes the coined 检测实验室数. Nothing is named here by document.
"""

import re
from typing import NamedTuple

from ceyuan.engines.reading.extract.evened import evened
from ceyuan.engines.reading.extract.vocabulary import Entry, Vocabulary
from ceyuan.model.measure import Measure


class Named(NamedTuple):
    """An indicator as a claim will carry it.

    Attributes:
        indicator: official or coined Chinese name.
        property: identifier of the field with its variant (`rd_platforms__new__city_up`), or the
            coined name.
        core: the noun that is counted or measured, for 其中…, 总量… and the like.
        family: family of the unit the level comes in.
        stock: whether it stands at a date; None where unknown.
        rate: whether a bare percent is its level.
        new: what came in the period, not what stands.
        unit: unit of the field where it says more than the printed one (件 of 件/万人).
        part: the part of its subject that is meant (其中[东区]20平方公里).
    """

    indicator: str
    property: str
    core: str
    family: str
    stock: bool | None = None
    rate: bool = False
    new: bool = False
    known: bool = False
    measure: Measure = Measure.LEVEL
    unit: str = ""
    part: str = ""


_NEW = re.compile(
    r"(?:当年|本年度?|全年|年度|今年)?(?:新增|净增加?|新认定|新获认定|新获批|新获评|新获|新培育|新入库|新备案|新通过|新评|新晋|新上|增加|新建成|新成立|新设立|新(?!引进))"
    r"(?:的|认定|备案|入库|培育|评定|通过|各类|设立|建设)*"
)
_GRADE = re.compile(
    r"(?P<grade>国家|省部|省市|国省|省|市|区县|区|县|部|州|厅|镇|院|校|世界|全球|国际)级?(?P<up>(?:及|或|及其)?以上)|"
    r"(?P<only>国家|省部|省市|国省|省|市|区县|区|县|部|州|厅|地市|镇|院|校|世界|国际)级"
)
_IDLE = re.compile(
    r"公司(?=[^数])|园区(?=[^数])|全园|各类|各级|各种|各型|各|全区|全市|全县|全省|辖区内?|区内|市内|县内|累计|累积|现有|已有|共有|在库|在册|有效期内的?|有效|总|全部|登记|注册|经认定的?|"
    r"认定|培育|备案|建成|建有|获批|评定|入库|完成|实现|取得|获得|获评|发展|壮大|成功|积极|大力|持续|着力|加快|省内|目前|拥有|汇聚|汇集|聚集|集聚|推动|推进|"
    r"开展|组织|组建|设立|成立|打造|搭建|的|全口径|全社会|优质|一批|多个|其他|相关|本地|我区|我市|区属|市属|参与|国内外|达|占|新型的|其|办理|举办|办(?![结复件案学公证事])"
)
_TOTAL = re.compile(
    r"(?:的?(?:总数量|总数|总量|数量|个数|家数|户数|人数|项数|件数|保有量|存量|总规模|规模|总额|总值|金额|额|数|总计|入库|累计|队伍|群体|名单|情况|资格|称号|认定|备案|培育库))$"
)
_BRACKET = re.compile(r"\([^()]*\)")
_DISTRICT_GRADES = {
    "国家": "national",
    "省": "province",
    "市": "city",
    "区": "district",
    "县": "district",
}

_MONEY_ENDS = (
    "投资 总投资 投资额 产值 收入 额 资金 规模 投入 支出 利润 税收 营收 余额 费用 经费 价值 成本 税 值 利税 收益 薪酬 工资 消费 销售 财力 存款 补偿金 保险金 标准 价 "
    "薪 租金 款项 债 债券 本金 市值 估值 资产 贷款余额 借款 净利 财政 亏损 赤字 总收 待遇 保费 水平 总量 经济 出口 进口 进出口 外贸 外资"
).split()
_COUNT_ENDS = (
    "数",
    "量",
    "次数",
    "人次",
    "场次",
    "指数",
    "率",
    "人口",
    "户数",
    "规模",
    "产能",
    "销量",
    "总数",
    "条数",
    "面积",
    "占比",
    "比重",
    "排名",
    "位次",
)


def even(printed: str) -> str:
    """A wording as the vocabulary keys it: half width, without quotes and spaces."""
    return evened(printed).replace('"', "").replace(" ", "").replace("\n", "")


def bare(words: str) -> str:
    """Words of a text that is evened already, without quotes and spaces."""
    if '"' in words:
        words = words.replace('"', "")
    return words.replace(" ", "").replace("\n", "") if " " in words or "\n" in words else words


def name_level(
    printed: str, family: str, unit: str, vocabulary: Vocabulary, kind: str = ""
) -> Named:
    """The indicator that a figure of this unit states after or before these words."""
    key = bare(printed)
    if found := _composed(key, family, vocabulary, kind):
        return found
    made = coined(key, family, unit)
    return _composed(made.indicator, family, vocabulary, kind) or made


def name_known(printed: str, family: str, vocabulary: Vocabulary, kind: str = "") -> Named | None:
    """As `name_level`, or None where no field of any kind has the wording."""
    return _composed(bare(printed), family, vocabulary, kind)


def name_rate(printed: str, vocabulary: Vocabulary, kind: str = "") -> Named:
    """The indicator that grows, is shared or is ranked under these words, whatever its unit."""
    key = bare(printed)
    for stripped in dict.fromkeys((key, _TOTAL.sub("", key), _growth_stripped(key))):
        if stripped and (entry := vocabulary.any_entry(stripped, kind)):
            return _of(entry, stripped)
    for family in ("money", "organisation", "ratio"):
        if found := _composed(key, family, vocabulary, kind):
            return found
    plain = _growth_stripped(_idle_stripped(key)) or key
    return Named(plain, plain, plain, "", rate=plain.endswith(_RATES))


_RATES = ("率", "强度", "指数", "比重", "占比", "比例", "满意度", "系数", "水平", "份额")
_GROWTH_END = re.compile(
    r"(?:的)?(?:现价|名义|平均|年均)?(?:增速|增幅|增长率|涨幅|增长速度|增长|同比)$"
)


def _growth_stripped(key: str) -> str:
    return _GROWTH_END.sub("", key)


_EMPTY = re.compile(
    r"各类|各级|各种|各型|全区|全市|全县|全省|累计|累积|现有|已有|共有|实现|取得|获得|成功|积极|大力|持续|着力|加快|目前|拥有|汇聚|汇集|"
    r"园区|全园|公司(?=[^数])|该公司|该企业|企业(?=实现|完成|营业|产值)|集团(?=实现|营业)|平台(?=服务)|推动|推进|开展|组织|设立|成立|打造|搭建|完成|的|一批|多个|其他|相关|我区|我市|占|达|其|办理|举办|办(?![结复件案学公证事])|建设(?!用地|项目|投资|单位|企业|规模|面积|工程|资金|银行|任务|内容|周期|者|$)|重点(?=引)"
)


def _idle_stripped(key: str) -> str:
    while (m := _EMPTY.match(key)) and m.end() < len(key) - 1:
        key = key[m.end() :]
    return key


def coined(key: str, family: str, unit: str) -> Named:
    """A name of our own making, in the normal form: what is counted + 数, a sum as it is called."""
    core = _idle_stripped(key).replace("科企", "企业")
    if family == "money":
        name = _of_money(core)
    elif family == "area":
        name = core if core.endswith("面积") else f"{core}面积"
    elif family == "length":
        name = (
            core
            if core.endswith(("尺寸", "长度", "里程", "宽度", "高度"))
            else core + ("尺寸" if unit in ("寸", "英寸") else "长度")
        )
    elif family in ("organisation", "item", "person", "event", "other"):
        name = _of_count(core, unit)
    else:
        name = core
    return Named(name, name, core, family, rate=family == "ratio", new=key.startswith("新增"))


def _of_money(core: str) -> str:
    if core.endswith(tuple(_MONEY_ENDS)):
        return core
    if core in ("投资", "共投资", "计划投资"):
        return "总投资"
    if core.endswith(("基金", "资金池")):
        return f"{core}规模"
    if core.endswith(_SUMS):
        return f"{core}额"
    return core if len(core) > 2 else f"{core}金额"


_SUMS = (
    "贷款",
    "订单",
    "授信",
    "融资",
    "合同",
    "补助",
    "奖励",
    "补贴",
    "放贷",
    "成交",
    "交易",
    "免息贷款",
    "采购",
    "担保",
    "减免",
    "退税",
    "质押",
    "签约",
    "出资",
    "贴息",
    "红利",
    "捐赠",
    "支用",
    "张榜",
    "兑现",
    "放款",
    "投放",
    "发放",
    "拨付",
)


def _of_count(core: str, unit: str) -> str:
    if core.endswith(_COUNT_ENDS) and not core.endswith(("条数据",)):
        return core
    match unit:
        case "次" | "次数":
            return f"{core}次数"
        case "场" | "场次":
            return f"{core}场次"
        case "条" if not core.endswith(("线", "链", "路")):
            return f"{core}条数"
        case "册":
            return f"{core}册数"
        case "人次" | "家次":
            return f"{core.removesuffix('企业数')}{unit}"
    if unit == "人" and core.endswith(_DONE_BY_PEOPLE):
        return f"{core}人数"
    return f"{core}数"


_DONE_BY_PEOPLE = (
    "团队",
    "小组",
    "队伍",
    "办公",
    "就业",
    "参与",
    "参加",
    "受益",
    "培训",
    "转移",
    "参赛",
    "报名",
    "上岗",
    "入职",
)


def _composed(key: str, family: str, vocabulary: Vocabulary, kind: str) -> Named | None:
    """A field with what is said before and after it: new in the period, of which grade."""
    rest, new, grade = key, False, ""
    for _ in range(8):
        if found := _looked_up(rest, family, vocabulary, kind):
            return _with(found, rest, new, grade, family, vocabulary, kind)
        if m := _NEW.match(rest):
            if m.end() == len(rest):
                return None
            new = True
        elif m := _GRADE.match(rest):
            grade = grade or m[0]
        elif not (m := _IDLE.match(rest)):
            return None
        if m.end() >= len(rest):
            return None
        rest = rest[m.end() :]
    return None


def _looked_up(rest: str, family: str, vocabulary: Vocabulary, kind: str) -> Entry | None:
    at = rest
    for _ in range(3):
        if entry := vocabulary.entry(at, family, kind):
            return _own(entry, at, family, vocabulary, kind)
        if family != "money" and (entry := vocabulary.entry(f"{at}数", family, kind)):
            return entry
        shorter = _TOTAL.sub("", at)
        if shorter == at or len(shorter) < 2:
            return None
        at = shorter
    return None


#: Kinds that have no population: 研发投入 of a firm is not that of all society.
_SINGLE = frozenset(("enterprise", "institute", "platform", "incubator", "project", "fund"))


def _own(
    entry: Entry, printed: str, family: str, vocabulary: Vocabulary, kind: str
) -> Entry | None:
    """The entry, unless it is about a whole population and its subject is one member."""
    if kind not in _SINGLE or entry.kind == kind:
        return entry
    if entry.field.name.startswith("全社会") and not printed.startswith("全社会"):
        return vocabulary.entry(f"企业{printed}", family, kind) if kind == "enterprise" else None
    return entry


def _with(
    entry: Entry, core: str, new: bool, grade: str, family: str, vocabulary: Vocabulary, kind: str
) -> Named:
    base = _of(entry, core)
    if not new and not grade:
        return base
    if new and not base.new:
        whole = f"新增{grade}{_TOTAL.sub('', core) or core}"
        if explicit := vocabulary.entry(whole, family, kind) or (
            vocabulary.entry(f"新增{core}", family, kind) if not grade else None
        ):
            return _of(explicit, core)
    name = _BRACKET.sub("", entry.field.name).removeprefix("新增")
    new = new or base.new
    words, variant = ("新增" if new else "") + _even_grade(grade) + name, ""
    if new and not base.new:
        variant += "__new"
    if grade:
        variant += f"__{_grade_id(grade)}"
    return base._replace(
        indicator=words,
        property=entry.field.id + variant,
        stock=False if new else base.stock,
        new=new,
    )


def _of(entry: Entry, core: str) -> Named:
    field = entry.field
    new = field.name.startswith("新增")
    if new and (m := _NEW.match(core)) and m.end() < len(core):
        core = core[m.end() :]
    elif new:
        core = core.removesuffix("净增")
    return Named(
        field.name,
        field.id,
        core,
        entry.family,
        stock=field.stock,
        rate=entry.family == "ratio",
        new=new,
        known=True,
        measure=field.measure,
        unit=field.unit if "/" in field.unit else "",
    )


def _even_grade(grade: str) -> str:
    if grade and "级" not in grade and grade.endswith("以上"):
        at = grade.index("及以上") if "及以上" in grade else grade.index("以上")
        return f"{grade[:at]}级{grade[at:]}"
    return grade


def _grade_id(grade: str) -> str:
    upwards = "_up" if grade.endswith("以上") else ""
    stem = grade.split("级")[0].removesuffix("及以上").removesuffix("以上")
    return _DISTRICT_GRADES.get(stem, "graded") + upwards
