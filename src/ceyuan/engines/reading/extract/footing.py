"""On what footing a figure stands: reported, expected or aimed at; and what it adds up."""

from ceyuan.engines.reading.extract.chunk import Chunk, Sort
from ceyuan.engines.reading.extract.phrase import is_verb, named_plan
from ceyuan.model.standing import Standing

_TARGET = frozenset(
    "力争 争取 目标 确保 努力 奋力 力争达到 力争到 年度目标 目标任务 预期目标 瞄准 目标值 任务 不低于".split()
)
_EXPECTED = frozenset(
    "预计 预计达 预计达到 预计可达 拟 可望 有望 预期 计划 即将 规划 可实现 可达 达产后 建成后 投产后 投用后 将 将达 将达到 可新增 可带动 可提供 可容纳 届时 设计".split()
)
_CUMULATIVE = frozenset("累计 累积 共 共有 共计 总计 合计 总量 总数 达到 达".split())
#: What is done is no longer expected.
_DONE = frozenset("完成情况 完成 已 已经 实际 目前 现有 现 累计 截至".split())
_HINTS = _TARGET | _EXPECTED
_SENTENCE_ENDS = frozenset("。;!?\n")


def footing(row: list[Chunk], i: int, plain: Standing) -> tuple[Standing, tuple[str, ...]]:
    """Standing and qualifiers of the figure at chunk `i`; `plain` where nothing hints."""
    standing = plain
    marks: list[str] = []
    near, done = True, False
    for k in range(i - 1, -1, -1):
        chunk = row[k]
        if chunk.sort == Sort.MARK:
            if chunk.text in _SENTENCE_ENDS:
                break
            if chunk.text in ",:":
                near = False
            continue
        if chunk.sort != Sort.WORD:
            continue
        settled = standing is not plain
        if not near and (settled or plain is Standing.TARGET):
            break
        if near and chunk.text in _CUMULATIVE and "cumulative" not in marks:
            marks.append("cumulative")
        if not settled:
            done = done or chunk.text in _DONE
            if near and done:
                break
            if chunk.text not in _HINTS or named_plan(row, k):
                continue
            if chunk.text in _TARGET and not _mere_aim(row, k):
                standing = Standing.TARGET
            elif plain is Standing.TARGET:
                continue
            elif chunk.text in _EXPECTED and not done and not _takes_object(row, k):
                standing = Standing.EXPECTED
    return standing, tuple(marks)


def _mere_aim(row: list[Chunk], k: int) -> bool:
    """以…为目标: what is striven for in general, no figure's footing."""
    return row[k].text in ("目标", "任务") and k > 0 and row[k - 1].text in ("为", "的", "大", "项")


def _takes_object(row: list[Chunk], k: int) -> bool:
    """将科技创新摆在首位: here 将 only puts the object first."""
    if row[k].text != "将" or k + 1 >= len(row):
        return False
    return row[k + 1].nominal and not is_verb(row[k + 1]) and row[k + 1].tag != "vn"
