"""Reading names of organisations into parts, and comparing them. All firms are invented."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.engines.registry.names.compare import reasons, score, weights
from ceyuan.engines.registry.names.contraction import contraction
from ceyuan.engines.registry.names.ending import ending_of
from ceyuan.engines.registry.names.findings import findings
from ceyuan.engines.registry.names.look_alike import look_alike
from ceyuan.engines.registry.names.parse import NameParser
from ceyuan.engines.registry.names.parts import Sort
from ceyuan.engines.registry.names.segment import in_words
from ceyuan.engines.registry.names.spelling import even

PAIRS = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text(encoding="utf-8"))
#: Taken alone, so many of a family may be misjudged: the pair says too little, a context would tell.
FORGIVEN = 3


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("雲岫瀾圖傳感科技有限公司", "云岫澜图传感科技有限公司"),
        ("ＡＴＱ（岚江）智能", "ATQ(岚江)智能"),
        ("“岚江拓砚 机械”；", "岚江拓砚机械"),
        ("岚江先進(jìn)材料研究院", "岚江先进材料研究院"),
        ("澜图软件［岚江］有限公司", "澜图软件(岚江)有限公司"),
        ("岚江第2机床厂", "岚江第二机床厂"),
        ("岚江第12中学", "岚江第十二中学"),
        ("岚江24所", "岚江二十四所"),
        ("Lanjiang  university", "LANJIANG UNIVERSITY"),
        ("岚江青樽隼团有限公司", "岚江青樽集团有限公司"),
        ("岚江歌舞团有限公司", "岚江歌舞团有限公司"),
        ("云岫\u200b澜图\u202e", "云岫澜图"),
    ],
)
def test_one_spelling_for_what_is_printed_in_many(printed: str, plain: str) -> None:
    assert even(printed) == plain


def test_a_firm_has_region_trunk_trade_and_form(parser: NameParser) -> None:
    parts = parser.parse("岚江市云岫区澜图传感科技有限公司")

    assert [region.printed for region in parts.regions] == ["岚江市", "云岫区"]
    assert parts.trunk == "澜图"
    assert [word.text for word in parts.words if word.sort is Sort.BUSINESS] == ["传感科技"]
    assert parts.form == "limited"
    assert not parts.informal


def test_a_region_in_brackets_or_without_them_behind_the_trade_is_one(parser: NameParser) -> None:
    bracketed = parser.parse("澜图软件（岚江）有限公司")
    bare = parser.parse("澜图软件岚江有限公司")

    assert bracketed.bracketed
    assert bare.bracketed
    assert bracketed.core == bare.core == "澜图软件"


def test_a_place_that_is_all_a_name_has_stays_in_it(parser: NameParser) -> None:
    parts = parser.parse("岚江银行股份有限公司")

    assert parts.regional
    assert parts.core == "岚江银行"


def test_a_unit_has_a_host(parser: NameParser) -> None:
    parts = parser.parse("岚江大学云岫先进技术研究院")

    assert (parts.host, parts.core, parts.head) == ("岚江大学", "先进技术研究院", "研究院")
    assert [region.printed for region in parts.regions] == ["云岫"]


def test_a_branch_has_its_company_as_host(parser: NameParser) -> None:
    parts = parser.parse("岚江赫舟轴承有限公司云岫分公司")

    assert (parts.host, parts.branch) == ("岚江赫舟轴承", "分公司")


def test_an_earlier_name_in_brackets_is_kept_beside_the_name(parser: NameParser) -> None:
    parts = parser.parse("岚江拓砚机械有限公司（原岚江通用机械厂）")

    assert parts.formerly == ("岚江通用机械厂",)
    assert parts.text == "岚江拓砚机械有限公司"


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("云岫区科技局", "云岫区科学技术局"),
        ("云岫高新区管委会", "云岫高新技术产业开发区管理委员会"),
        ("哈工大", "哈尔滨工业大学"),
        ("中科院物理所", "中国科学院物理所"),
        ("浙大云岫研究院", "浙江大学云岫研究院"),
        ("岚江农商行", "岚江农村商业银行"),
    ],
)
def test_short_words_of_administration_are_written_out(
    parser: NameParser, short: str, long: str
) -> None:
    assert parser.parse(short).text == long


def test_short_names_of_bodies_are_not_sought_in_names_of_firms(parser: NameParser) -> None:
    assert parser.parse("重大轴承有限公司").text == "重大轴承有限公司"
    assert parser.parse("北大荒米业").text == "北大荒米业"


@pytest.mark.parametrize(
    ("misread", "form"),
    [
        ("岚江拓砚机械股伤有限公司", "joint_stock"),
        ("云岫澜图传感科技有眼公司", "limited"),
        ("云岫澜图传感科技有限公同", "limited"),
    ],
)
def test_a_misread_legal_form_is_put_right(parser: NameParser, misread: str, form: str) -> None:
    parts = parser.parse(misread)

    assert parts.form == form
    assert parts.mended
    assert parts.text.endswith(ending_of(parts.text).form_printed)


def test_a_trade_that_only_resembles_a_form_is_left_alone(parser: NameParser) -> None:
    assert parser.parse("岚江有色公司").text == "岚江有色公司"


@pytest.mark.parametrize(("one", "other"), [("限", "眼"), ("科", "料"), ("未", "末"), ("己", "已")])
def test_characters_that_print_alike_are_known(one: str, other: str) -> None:
    assert look_alike(one, other)
    assert look_alike(other, one)


def test_characters_that_do_not_print_alike_are_not_taken_for_one_another() -> None:
    assert not look_alike("新", "欣")
    assert not look_alike("鼎", "盛")


def test_a_contraction_keeps_first_characters_and_leaves_out_trades() -> None:
    words = in_words("溯源血液净化制品")

    found = contraction("溯源血净", words)

    assert found is not None
    assert [word.text for word in found.left_out] == ["制品"]


def test_what_is_out_of_order_is_no_contraction() -> None:
    assert contraction("净血溯源", in_words("溯源血液净化制品")) is None


@pytest.mark.parametrize("family", PAIRS["family"], ids=lambda family: family["name"])
def test_pairs_of_every_phenomenon_are_judged_as_labelled(
    parser: NameParser, family: dict[str, list[tuple[str, str]]]
) -> None:
    wrong = [
        (a, b, kind)
        for kind in ("same", "different")
        for a, b in family.get(kind, ())
        if (score(parser.parse(a), parser.parse(b)) >= 0.5) != (kind == "same")
    ]

    assert len(wrong) <= FORGIVEN, wrong


def test_all_pairs_together_are_judged_well(parser: NameParser) -> None:
    judged = [
        (score(parser.parse(a), parser.parse(b)) >= 0.5, kind == "same")
        for family in PAIRS["family"]
        for kind in ("same", "different")
        for a, b in family.get(kind, ())
    ]

    assert len(judged) >= 300
    assert sum(said == true for said, true in judged) / len(judged) >= 0.94


def test_every_finding_has_its_words_and_reasons_come_weightiest_first(parser: NameParser) -> None:
    found = reasons(parser.parse("霁蓝股份"), parser.parse("重庆霁蓝光电股份有限公司"))

    assert found
    assert all(reason.words.zh and reason.words.en for reason in found)
    assert [abs(r.worth) for r in found] == sorted((abs(r.worth) for r in found), reverse=True)


def test_every_weight_can_be_told_in_words() -> None:
    from ceyuan.engines.registry.names.compare import _in_words

    for finding in weights().worth:
        assert _in_words(finding).zh


_NAMES = st.text(
    st.sampled_from("云岫岚江澜图传感科技有限责任公司股份大学附属第一二医院研究（）() ABC12原集团"),
    max_size=24,
)


@given(_NAMES, _NAMES)
def test_comparing_is_the_same_both_ways(one: str, other: str) -> None:
    a, b = _parse(one), _parse(other)

    assert sorted(findings(a, b)) == sorted(findings(b, a))
    assert score(a, b) == score(b, a)


@given(st.text(max_size=60))
def test_any_text_can_be_read_and_means_itself(text: str) -> None:
    parts = _parse(text)

    assert score(parts, parts) > 0.9


def test_a_monstrous_name_is_cut_before_it_is_looked_at(parser: NameParser) -> None:
    assert len(parser.parse("岚江" * 100_000).text) <= 200


_PARSERS: list[NameParser] = []


def _parse(name: str):  # type: ignore[no-untyped-def]
    if not _PARSERS:
        from ceyuan.catalogue import district_folder
        from ceyuan.catalogue.places_files import read_places

        _PARSERS.append(NameParser(read_places(district_folder() / "places")))
    return _PARSERS[0].parse(name)
