"""The quote of a claim is what the raw text has at its place, whatever was repaired."""

from hypothesis import given
from hypothesis import strategies as st

from ceyuan.authoring.reader import Layout, Look
from ceyuan.engines.reading.extract.claims import claims_of
from ceyuan.engines.reading.look import lines_of
from ceyuan.engines.reading.repair import repair
from ceyuan.model.edit import unchanged
from ceyuan.model.period import parse_period
from ceyuan.model.section import Part, Section

from .conftest import vocabulary_of_the_district

PIECES = st.sampled_from(
    "全区 临枫区 望屿高新区 该院 新增 高新技术企业 科技型企业 技术合同成交额 增长 下降 达到 占 居全市第 分别 依次 其中 "
    "12家 8.7亿元 6.5% 3个百分点 第3位 两家 7.9:46.1:46 三分之一 2023年 今年以来 截至目前 到2027年 ， 。 、 ； ： “ ” （ ） "
    "的 和 与 将 已 为 同比 比重 百分点 亿元 家 研究院 项目 公司 \n | 5G A&B".split(" ")
)


def read(raw: str):
    log = repair(raw, {})
    text = log.clean
    layout = Layout((Part(Section.MAIN, 0, len(text)),), about="临枫区")
    look = Look("text.txt", "text/plain", text, lines_of(text))
    when = parse_period("2024-07-15")
    return claims_of(look, layout, log, vocabulary=vocabulary_of_the_district(), published=when)


def test_a_quote_holds_the_damage_as_printed():
    raw = "截至目前，全區(qū)高新技術(shù)企業(yè)55家，增長(zhǎng)41%。"

    first, second = read(raw)

    assert first.quote == "高新技術(shù)企業(yè)55家"
    assert raw[second.locator.start : second.locator.end] == second.quote


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_string_of_words_is_read_without_failing_and_quoted_exactly(raw):
    claims = read(raw)

    assert all(raw[c.locator.start : c.locator.end] == c.quote for c in claims)
    assert claims == read(raw)


@given(st.text(max_size=200))
def test_any_text_at_all_is_read_without_failing(raw):
    look = Look("text.txt", "text/plain", raw, lines_of(raw))
    layout = Layout((Part(Section.MAIN, 0, len(raw)),))

    claims = claims_of(
        look,
        layout,
        unchanged(raw),
        vocabulary=vocabulary_of_the_district(),
        published=None,
    )

    assert all(c.clean_span is not None and raw[slice(*c.clean_span)] for c in claims)
