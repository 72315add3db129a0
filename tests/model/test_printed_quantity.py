import contextlib
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceyuan.model.errors import BadInput
from ceyuan.model.hedge import Hedge
from ceyuan.model.printed_quantity import (
    UnreadableQuantity,
    find_quantities,
    parse_quantity,
    print_quantity,
)
from ceyuan.model.quantity import Quantity
from ceyuan.model.unit import base_units

_UNITS = st.sampled_from([*base_units(), "元/月", "件/万人", "元/亩", ""])
_AMOUNTS = st.decimals(
    min_value=-(10**15), max_value=10**15, places=4, allow_nan=False, allow_infinity=False
)


def _said(text: str) -> list[tuple[str, str, str]]:
    """What is found: the passage, the amount with its unit, the hedge."""
    return [
        (
            text[f.start : f.end],
            f"{f.quantity.amount.normalize():f}{f.quantity.unit}",
            f.quantity.hedge.value,
        )
        for f in find_quantities(text)
    ]


def _one(text: str):
    (found,) = find_quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("地区生产总值204.8亿元", "20480000000元"),
        ("安排资金7605万元", "76050000元"),
        ("总规模1.2万亿元", "1200000000000元"),
        ("投资1亿2千万元", "120000000元"),
        ("出口3.5亿美元", "350000000美元"),
        ("新增小微企业7.7万户", "77000家"),
        ("国家级人才153名", "153人"),
        ("引进3位院士", "3人"),
        ("接待游客12.5万人次", "125000人次"),
        ("建筑面积15000平方米", "1.5万平方米"),
        ("占地200亩", "200亩"),
        ("规划面积4.5平方公里", "4.5平方公里"),
        ("增长6.7%", "6.7%"),
        ("增长６．７％", "6.7%"),
        ("自然增长率3.2‰", "3.2‰"),
        ("高于全市1.5个百分点", "1.5百分点"),
        ("是上年的2.3倍", "2.3倍"),
        ("拥有量达12.5件/万人", "12.5件/万人"),
        ("累计支持360家次", "360家次"),
        ("最低工资2100元/月", "2100元/月"),
        ("共有71,007人", "71007人"),
        ("专利一百二十件", "120件"),
        ("新获评两家机构", "2家"),
        ("企业三万五千家", "35000家"),
        ("算力500P", "500P"),
        ("GDP766.6亿元", "76660000000元"),
        ("单价 3.25英寸", "3.25英寸"),
        ("在校生2.4万余人", "24000人"),
    ],
)
def test_an_amount_is_found_in_its_base_unit(text, amount):
    found = _one(text)

    assert f"{found.quantity.amount.normalize():f}{found.quantity.unit}" == amount


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("占比七成", "70"),
        ("占比近7成", "70"),
        ("占比七成五", "75"),
        ("占比三分之一", "33.33"),
        ("占比三分之二", "66.67"),
        ("占比百分之十五", "15"),
        ("占比百分之15.5", "15.5"),
        ("占比百分之零点五", "0.5"),
        ("占比一半以上", "50"),
        ("占比过半数", "50"),
    ],
)
def test_a_fraction_is_a_percentage(text, share):
    found = _one(text)

    assert (found.quantity.amount, found.quantity.unit) == (Decimal(share), "%")
    assert found.number_form == "fraction"


def test_per_mille_in_words_is_per_mille():
    assert _said("不足千分之三") == [("不足千分之三", "3‰", "at_most")]


@pytest.mark.parametrize(("text", "times"), [("翻一番", 2), ("翻番", 2), ("翻了两番", 4)])
def test_doubling_is_a_multiple(text, times):
    found = _one("产值实现" + text)

    assert (found.quantity.amount, found.quantity.unit) == (times, "倍")


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("超10亿元", Hedge.AT_LEAST),
        ("超过10亿元", Hedge.AT_LEAST),
        ("超过了10亿元", Hedge.AT_LEAST),
        ("突破10亿元", Hedge.AT_LEAST),
        ("逾10亿元", Hedge.AT_LEAST),
        ("不低于10亿元", Hedge.AT_LEAST),
        ("不少于10家", Hedge.AT_LEAST),
        ("至少10家", Hedge.AT_LEAST),
        ("10亿元以上", Hedge.AT_LEAST),
        ("10余家", Hedge.AT_LEAST),
        ("10多家", Hedge.AT_LEAST),
        ("10多万家", Hedge.AT_LEAST),
        ("10亿多元", Hedge.AT_LEAST),
        ("20亩多", Hedge.AT_LEAST),
        ("100+家", Hedge.AT_LEAST),
        ("近10家", Hedge.ABOUT),
        ("约10家", Hedge.ABOUT),
        ("大约10家", Hedge.ABOUT),
        ("接近10家", Hedge.ABOUT),
        ("10家左右", Hedge.ABOUT),
        ("10家上下", Hedge.ABOUT),
        ("十来家", Hedge.ABOUT),
        ("不超过10家", Hedge.AT_MOST),
        ("不足10家", Hedge.AT_MOST),
        ("不到10家", Hedge.AT_MOST),
        ("最多10家", Hedge.AT_MOST),
        ("10家以内", Hedge.AT_MOST),
        ("10家以下", Hedge.AT_MOST),
        ("达到10家", Hedge.EXACT),
        ("高达10家", Hedge.EXACT),
    ],
)
def test_a_hedge_is_kept(text, hedge):
    assert _one("共计" + text).quantity.hedge is hedge


@pytest.mark.parametrize(
    "text",
    [
        "已签约36项",
        "附近3家",
        "最近3家",
        "打破2项纪录",
        "节约5亿元",
        "侦破12件",
        "赶超2家",
        "5家以上海为总部",
    ],
)
def test_words_that_only_look_like_a_hedge_are_none(text):
    assert _one(text).quantity.hedge is Hedge.EXACT


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3—5家", 3, 5),
        ("3至5家", 3, 5),
        ("3-5家", 3, 5),
        ("3到5家", 3, 5),
        ("三至五家", 3, 5),
        ("3家至5家", 3, 5),
        ("20~30%", 20, 30),
        ("20%—30%", 20, 30),
        ("20-200元", 20, 200),
        ("500—1000万元", 5000000, 10000000),
        ("8000元—1万元", 8000, 10000),
        ("六至七成", 60, 70),
        ("两三家", 2, 3),
        ("七八十人", 70, 80),
        ("数十家", 20, 99),
        ("几百人", 200, 999),
        ("-5%—-3%", -5, -3),
    ],
)
def test_a_range_has_both_its_ends(text, low, high):
    quantity = _one(text).quantity

    assert (quantity.hedge, quantity.amount, quantity.upper) == (Hedge.BETWEEN, low, high)


def test_from_one_level_to_another_is_two_amounts_and_no_range():
    assert [said for _, said, _ in _said("从5家到10家")] == ["5家", "10家"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("上千册", ("上千册", "1000册", "at_least")),
        ("百余家", ("百余家", "100家", "at_least")),
        ("超百亿元", ("超百亿元", "10000000000元", "at_least")),
        ("近千人", ("近千人", "1000人", "about")),
        ("过亿元", ("过亿元", "100000000元", "at_least")),
        ("破百亿元", ("破百亿元", "10000000000元", "at_least")),
        ("达千亿元", ("千亿元", "100000000000元", "exact")),
    ],
)
def test_a_scale_alone_is_a_number_beside_a_hedge(text, said):
    assert _said("产值" + text) == [said]


@pytest.mark.parametrize("text", ["百强企业", "万家灯火", "千亿级产业", "亿元项目", "百家争鸣"])
def test_a_scale_alone_is_no_number_without_one(text):
    assert _said(text) == []


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("同比下降3.2%", "-3.2"),
        ("减少了5家", "-5"),
        ("回落0.8个百分点", "-0.8"),
        ("比全市低0.3个百分点", "-0.3"),
        ("下降2位", "-2"),
        ("增速为-1.2%", "-1.2"),
        ("增速为负1.2%", "-1.2"),
    ],
)
def test_a_decrease_is_negative(text, amount):
    assert _one(text).quantity.amount == Decimal(amount)


@pytest.mark.parametrize("text", ["下降到3.2%", "降至3.2%", "最低3.2%", "增减3.2%"])
def test_a_level_reached_by_falling_is_not_negative(text):
    assert _one(text).quantity.amount == Decimal("3.2")


def test_a_hedged_decrease_turns_its_hedge_around():
    found = _one("降幅扩大，下降超过5%")

    assert found.quantity == Quantity(Decimal(-5), "%", Hedge.AT_MOST)
    assert found.falling


@pytest.mark.parametrize(
    ("text", "passage", "place", "hedge"),
    [
        ("增速居全市第3位。", "第3位", 3, Hedge.EXACT),
        ("总量排全市第二。", "第二", 2, Hedge.EXACT),
        ("上榜数量居全市第2；", "第2", 2, Hedge.EXACT),
        ("进入全国前50强", "前50强", 50, Hedge.AT_MOST),
        ("稳居西部前三名", "前三名", 3, Hedge.AT_MOST),
    ],
)
def test_a_rank_is_found(text, passage, place, hedge):
    found = _one(text)

    assert text[found.start : found.end] == passage
    assert found.quantity == Quantity(Decimal(place), "位", hedge)
    assert found.number_form == "ordinal"


def test_places_gained_are_counted_in_places_not_persons():
    assert _said("排名上升3位") == [("3位", "3位", "exact")]


@pytest.mark.parametrize(
    "text",
    [
        "2021年6月22日",
        "2016—2020年",
        "1—11月",
        "〔2021〕5号",
        "10:12",
        "第十一条",
        "第一产业",
        "第一季度",
        "第十四次党代会",
        "第一时间",
        "第十四个五年规划",
        "一、总体要求",
        "（二）基本原则",
        "1+3+N体系",
        "3+2项",
        "X86处理器",
        "6AT变速器",
        "K12教育",
        "5G网络",
        "3A级景区",
        "“三个提升”",
        "“一廊四组团”",
        "八大资金池",
        "三台县",
        "二元结构",
        "三次产业",
        "《鼓励科技创新二十五条政策》",
        "《规划（12个专项）》",
        "世界500强",
        "12345热线",
        "版本2.1.3",
        "电话023-57737953",
        "一批项目",
        "集中在一起",
        "90年代",
        "百亿元级",
    ],
)
def test_what_is_no_amount_is_not_found(text):
    assert _said(text) == []


@pytest.mark.parametrize(
    "text", ["成立20余年", "连续3年", "3个多月", "45岁", "24小时", "15个工作日", "两年多"]
)
def test_lengths_of_time_and_ages_are_marked(text):
    assert _one(text).duration


def test_shares_that_add_up_to_a_hundred_are_found_in_a_ratio():
    assert [said for _, said, _ in _said("调整为5.9︰40.9︰53.2。")] == ["5.9%", "40.9%", "53.2%"]
    assert _said("比分为3:2:1") == []


def test_blanks_inside_an_amount_do_no_harm():
    assert _said("引进 300 余 人，增长 6.7 %") == [
        ("300 余 人", "300人", "at_least"),
        ("6.7 %", "6.7%", "exact"),
    ]


def test_bare_numbers_are_found_only_when_asked_for():
    text = "高企 239 科技型企业 1143 2021-06-22 023-57737953 X86"

    assert find_quantities(text) == []
    assert [f.quantity.amount for f in find_quantities(text, bare=True)] == [239, 1143]


def test_a_find_says_where_number_and_unit_stand():
    text = "投资超过3.5万元以上。"
    found = _one(text)

    assert text[found.start : found.end] == "超过3.5万元以上"
    assert text[found.number_start : found.number_end] == "3.5万"
    assert (found.printed_unit, found.scale, found.number_form) == ("元", 10000, "digit")


@pytest.mark.parametrize(
    ("printed", "unit", "quantity"),
    [
        ("1,234.56", "万元", Quantity(Decimal("12345600"), "元")),
        (" 3.5万 ", "家", Quantity(Decimal(35000), "家")),
        ("3.5万元", "万元", Quantity(Decimal(35000), "元")),
        ("¥12.5", "", Quantity(Decimal("12.5"), "元")),
        ("人民币3亿元整", "", Quantity(Decimal(300000000), "元")),
        ("5艘船", "", Quantity(Decimal(5), "艘船")),
        ("-1.2%", "", Quantity(Decimal("-1.2"), "%")),
        ("-12", "万元", Quantity(Decimal(-120000), "元")),
        ("220", "", Quantity(Decimal(220), "")),
        ("十二", "家", Quantity(Decimal(12), "家")),
        ("3—5", "家", Quantity(Decimal(3), "家", Hedge.BETWEEN, Decimal(5))),
        ("约120", "人", Quantity(Decimal(120), "人", Hedge.ABOUT)),
        ("1500", "平方米", Quantity(Decimal("0.15"), "万平方米")),
    ],
)
def test_a_cell_is_read_in_the_unit_of_its_column(printed, unit, quantity):
    assert parse_quantity(printed, unit) == quantity


@pytest.mark.parametrize(
    "printed", ["", "—", "无", "3家5家", "约", "2021-06-22", "12家企业，", "1.2.3", "N/A"]
)
def test_what_is_not_one_amount_is_refused(printed):
    with pytest.raises(UnreadableQuantity, match="not one amount"):
        parse_quantity(printed)


def test_a_scale_under_a_scaled_heading_is_refused_because_nobody_can_say_which_is_meant():
    with pytest.raises(UnreadableQuantity):
        parse_quantity("3.5万", "万元")


@pytest.mark.parametrize(
    ("quantity", "printed"),
    [
        (Quantity(Decimal(220), "家", Hedge.AT_LEAST), "超220家"),
        (Quantity(Decimal(120000000), "元"), "1.2亿元"),
        (Quantity(Decimal(3), "家", Hedge.BETWEEN, Decimal(5)), "3—5家"),
        (Quantity(Decimal(600), "件", Hedge.ABOUT), "约600件"),
        (Quantity(Decimal(100), "元", Hedge.AT_MOST), "不超过100元"),
        (Quantity(Decimal(71007), "人"), "7.1007万人"),
        (Quantity(Decimal(3), "位"), "第3位"),
        (Quantity(Decimal("-0.50"), "百分点"), "-0.5百分点"),
    ],
)
def test_a_quantity_is_printed_as_texts_print_it(quantity, printed):
    assert print_quantity(quantity) == printed


@st.composite
def _quantities(draw: st.DrawFn) -> Quantity:
    unit, hedge = draw(_UNITS), draw(st.sampled_from(Hedge))
    if hedge is not Hedge.BETWEEN:
        return Quantity(draw(_AMOUNTS), unit, hedge)
    low, high = sorted(draw(st.lists(_AMOUNTS, min_size=2, max_size=2, unique=True)))
    return Quantity(low, unit, hedge, high)


@given(_quantities())
@settings(max_examples=1000)
def test_what_is_printed_reads_back_as_the_same_quantity(quantity):
    assert parse_quantity(print_quantity(quantity)) == quantity


_CHINESE = st.text(
    st.sampled_from(
        list(
            "0123456789.,%:：+-—~ 　一二两三四五六七八九十百千万亿零数几半翻番成分之第前余多来约近超上下以内左右"
        )
        + list(
            "元家个项名位人次年月日点度个百分点级强《》“”「」()（）〔〕/ABkm㎡\n，。的占增长下降"
        )
    ),
    max_size=60,
)


@given(_CHINESE | st.text(max_size=60))
@settings(max_examples=1000)
def test_any_text_can_be_searched_and_what_is_found_lies_in_order(text):
    at = 0
    for found in find_quantities(text, bare=True):
        assert at <= found.start <= found.number_start < found.number_end <= found.end <= len(text)
        at = found.end


@given(_CHINESE)
@settings(max_examples=1000)
def test_reading_a_cell_ends_in_a_quantity_or_a_message(text):
    with contextlib.suppress(BadInput):
        parse_quantity(text)


@given(
    st.lists(
        _quantities().filter(lambda q: q.unit not in ("", "位", "年") and q.amount >= 0),
        min_size=1,
        max_size=5,
    )
)
def test_quantities_printed_into_a_sentence_are_found_again(quantities):
    sentence = "，".join("达到" + print_quantity(quantity) for quantity in quantities) + "。"

    assert [found.quantity for found in find_quantities(sentence)] == quantities


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "一",
        "1,234,",
        "1.",
        "十",
        "《",
        "“",
        "12:",
        "1-",
        "第",
        "万",
        "近",
        "1家",
        "三分之",
        "数十",
    ],
)
@pytest.mark.timeout(60)
def test_hostile_repetition_is_read_in_one_pass(piece):
    text = piece * 200_000  # work that grows with the square would not end within the timeout

    assert isinstance(find_quantities(text, bare=True), list)
