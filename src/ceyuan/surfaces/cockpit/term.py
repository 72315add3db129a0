"""The words people read for what the model names in English: standings, sections, repairs, places."""

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.fact import Fate
from ceyuan.model.hedge import Hedge
from ceyuan.model.locator import CaseEvent, CellAt, PageBox, TextSpan, TraceNode
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing

_SECTIONS = {
    Section.MAIN: Bilingual("正文", "main text"),
    Section.RELATED: Bilingual("相关报道", "related item"),
    Section.SIDEBAR: Bilingual("侧栏", "sidebar"),
    Section.BOILERPLATE: Bilingual("页面套语", "boilerplate"),
}

_FATES = {
    Fate.STANDS: Bilingual("有效", "stands"),
    Fate.WITHDRAWN: Bilingual("已撤回", "withdrawn"),
    Fate.SUPERSEDED: Bilingual("已被替代", "superseded"),
}

_WORDS = {
    # why a place was repaired
    "script": Bilingual("繁体转简体", "traditional script"),
    "pinyin": Bilingual("混入的拼音", "injected pinyin"),
    "space": Bilingual("多余空格", "stray space"),
    "line": Bilingual("断行", "broken line"),
    "width": Bilingual("全角半角", "full or half width"),
    "lookalike": Bilingual("形近字", "look-alike character"),
    "moved": Bilingual("错栏移位", "moved from another column"),
    # qualifiers beside the hedge
    "exact": Bilingual("确数", "exact"),
    "cumulative": Bilingual("累计", "cumulative"),
    "annual_average": Bilingual("年均", "annual average"),
    "qoq": Bilingual("环比", "on the quarter before"),
    "mom": Bilingual("环比", "on the month before"),
    "rank": Bilingual("位次", "rank"),
    "new": Bilingual("新增", "new"),
    "net": Bilingual("净增", "net"),
    "planned": Bilingual("计划", "planned"),
    # where a date of publication comes from
    "given": Bilingual("录入时给定", "given on input"),
    "printed": Bilingual("文中印出", "printed on the page"),
    "inferred": Bilingual("由文意推定", "inferred from the text"),
    # choices of a filter
    "subject": Bilingual("主体", "subject"),
    "indicator": Bilingual("指标", "indicator"),
    "period": Bilingual("期间", "period"),
    "standing": Bilingual("性质", "standing"),
    "document": Bilingual("文件", "document"),
    "measure": Bilingual("口径", "measure"),
    "section": Bilingual("位置", "section"),
}

_HEDGES = {
    Hedge.EXACT: Bilingual("确数", "an exact figure"),
    Hedge.AT_LEAST: Bilingual(
        "不低于此数（超、逾、突破、以上）", "this or more (over, above, at least)"
    ),
    Hedge.AT_MOST: Bilingual("不超过此数（以内、以下）", "this or less (within, below, at most)"),
    Hedge.ABOUT: Bilingual(
        "约数（近、约、左右），上下一成以内视为相符", "about; within a tenth counts as the same"
    ),
    Hedge.BETWEEN: Bilingual("两数之间，含两端", "between the two, both included"),
}

_STANDINGS = {
    Standing.REGISTERED: Bilingual("取自登记表册", "from a register"),
    Standing.REPORTED: Bilingual(
        "取自公报、报道等文字", "from a communiqué, a report or the press"
    ),
    Standing.DERIVED: Bilingual("由其他事实推算", "computed from other facts"),
    Standing.DECIDED: Bilingual("经办理程序认定", "decided in a procedure"),
    Standing.EXPECTED: Bilingual("预计数，不是实绩", "expected, not achieved"),
    Standing.TARGET: Bilingual("目标数，不是实绩", "aimed at, not achieved"),
}

_MEDIA = {
    "text/plain": Bilingual("文本", "text"),
    "text/html": Bilingual("网页", "web page"),
    "text/csv": Bilingual("表格文本", "CSV table"),
    "application/pdf": Bilingual("PDF", "PDF"),
    "application/msword": Bilingual("Word 文档", "Word document"),
    "application/vnd.ms-excel": Bilingual("Excel 工作簿", "Excel workbook"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Bilingual(
        "Word 文档", "Word document"
    ),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Bilingual(
        "Excel 工作簿", "Excel workbook"
    ),
}


def term_of(thing: object) -> Bilingual:
    """The official word of a thing that has one; text nobody knows stays as it is.

    Repairs of several sorts at once are joined by `+`.
    """
    if isinstance(thing, Section):
        return _SECTIONS[thing]
    if isinstance(thing, Fate):
        return _FATES[thing]
    if isinstance(term := getattr(thing, "term", None), Bilingual):
        return term
    if isinstance(thing, TextSpan | CellAt | PageBox | CaseEvent | TraceNode):
        return _place(thing)
    said = [_WORDS.get(word, Bilingual(word, word)) for word in str(thing).split("+")]
    return Bilingual("、".join(word.zh for word in said), ", ".join(word.en for word in said))


def explained(thing: Hedge | Standing) -> Bilingual:
    """What a hedge or a standing means, in one phrase."""
    return _HEDGES[thing] if isinstance(thing, Hedge) else _STANDINGS[thing]


def media_term(media: str) -> str | Bilingual:
    """What people call a media type; one nobody knows stays as it is."""
    return _MEDIA.get(media.partition(";")[0].strip(), media)


def _place(place: TextSpan | CellAt | PageBox | CaseEvent | TraceNode) -> Bilingual:
    match place:
        case TextSpan(start, end):
            return Bilingual(f"原文第 {start + 1}—{end} 字", f"characters {start + 1}–{end}")
        case CellAt(sheet, cell):
            return Bilingual(f"工作表“{sheet}” {cell}", f"sheet “{sheet}”, cell {cell}")
        case PageBox(page):
            return Bilingual(f"第 {page} 页", f"page {page}")
        case CaseEvent(case, event):
            return Bilingual(f"案件 {case} 第 {event} 步", f"case {case}, event {event}")
        case TraceNode(programme, node):
            return Bilingual(f"规则 {programme} · {node}", f"rule {programme} · {node}")
