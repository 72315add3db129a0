"""Which known organisation a name means, and which names mean one. All firms are invented."""

from ceyuan.engines.registry.names.group import groups, pairs_by_keys
from ceyuan.engines.registry.names.index import NameIndex
from ceyuan.engines.registry.names.link import Known, WhoIsWho
from ceyuan.engines.registry.names.parse import NameParser

PARENT = Known("1", "砺帆光电股份有限公司")
SUBSIDIARY = Known("2", "泉州砺帆光电有限公司")
RENAMED = Known("3", "岚江溯源科技股份有限公司", ("岚江通用机械厂", "SY Tech"))
FIRMS = (PARENT, SUBSIDIARY, RENAMED)


def test_a_short_name_means_the_firm_it_fits_best(parser: NameParser) -> None:
    linked = WhoIsWho(parser, FIRMS).who("砺帆光电")

    assert linked.match == PARENT
    assert [c.known for c in linked.candidates[:2]] == [PARENT, SUBSIDIARY]


def test_a_place_in_the_name_tells_sisters_apart(parser: NameParser) -> None:
    assert WhoIsWho(parser, FIRMS).who("泉州砺帆光电").match == SUBSIDIARY


def test_an_earlier_name_and_a_latin_one_lead_to_the_firm(parser: NameParser) -> None:
    who = WhoIsWho(parser, FIRMS)

    assert who.who("岚江通用机械厂").match == RENAMED
    assert who.who("ＳＹ　ＴＥＣＨ").match == RENAMED


def test_an_earlier_name_given_in_brackets_counts_as_one(parser: NameParser) -> None:
    known = Known("4", "云岫朔原测控有限公司（原岚江红星仪表厂）")

    assert WhoIsWho(parser, [known]).who("岚江红星仪表厂").match == known


def test_a_stranger_is_nobody_known(parser: NameParser) -> None:
    linked = WhoIsWho(parser, FIRMS).who("武汉珂玥生物科技有限公司")

    assert linked.match is None


def test_two_that_fit_alike_are_left_to_a_person(parser: NameParser) -> None:
    twins = (Known("1", "成都栎木精工有限公司"), Known("2", "苏州栎木精工有限公司"))

    linked = WhoIsWho(parser, twins).who("栎木精工")

    assert linked.match is None
    assert {c.known.id for c in linked.candidates} == {"1", "2"}


def test_the_place_a_text_speaks_of_decides_between_twins(parser: NameParser) -> None:
    twins = (Known("1", "成都栎木精工股份有限公司"), Known("2", "苏州栎木精工股份有限公司"))

    assert WhoIsWho(parser, twins).who("栎木精工", region="江苏省").match == twins[1]


def test_among_nobody_nobody_is_meant(parser: NameParser) -> None:
    assert WhoIsWho(parser, ()).who("砺帆光电").match is None
    assert WhoIsWho(parser, FIRMS).who("").match is None


def test_the_index_finds_a_contraction_without_common_neighbours(parser: NameParser) -> None:
    index = NameIndex(
        [parser.parse("岚江市科学技术研究院"), parser.parse("武汉珂玥生物科技有限公司")]
    )

    assert 0 in index.like(parser.parse("岚科院"))


def test_names_of_one_body_come_together_and_sisters_stay_apart(parser: NameParser) -> None:
    names = [
        "砺帆光电股份有限公司",
        "砺帆光电",
        "礪帆光電股份有限公司",
        "泉州砺帆光电有限公司",
        "泉州砺帆光电",
        "砺帆光电股伤有限公司",
        "岚江大学附属第一医院",
        "岚江大学附属第二医院",
        "岚江大学附一院",
    ]

    found = groups([parser.parse(name) for name in names])

    assert found == [[0, 1, 2, 5], [3, 4], [6, 8], [7]]


def test_sorting_by_keys_agrees_where_half_a_name_is_intact(parser: NameParser) -> None:
    names = [
        "岚江拓砚机械股份有限公司",
        "拓砚机械",
        "岚江拓砚机诫股份有限公司",
        "岚江霁蓝光电有限公司",
    ]

    found = groups([parser.parse(name) for name in names], pairing=pairs_by_keys)

    assert found == [[0, 1, 2], [3]]


def test_the_same_name_given_twice_is_one_body(parser: NameParser) -> None:
    name = parser.parse("岚江拓砚机械股份有限公司")

    assert groups([name, name]) == [[0, 1]]
    assert groups([]) == []
    assert groups([], pairing=pairs_by_keys) == []
