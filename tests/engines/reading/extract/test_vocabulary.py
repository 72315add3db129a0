"""The wordings of the indicators, found and meant."""

from ceyuan.authoring.reader import Layout, Look
from ceyuan.engines.reading.extract.entities import entities_of
from ceyuan.engines.reading.extract.evened import evened
from ceyuan.engines.reading.extract.naming import name_known, name_level
from ceyuan.engines.reading.extract.vocabulary import PLACE, TERM
from ceyuan.model.edit import unchanged
from ceyuan.model.section import Part, Section


def test_the_longest_wording_wins(vocabulary):
    found = vocabulary.find(evened("有研发活动的规上工业企业"))

    assert [(f.sort, f.key) for f in found] == [(TERM, "有研发活动的规上工业企业")]


def test_places_are_found_by_full_and_short_name(vocabulary):
    found = vocabulary.find("临枫区与望屿")

    assert [f.sort for f in found] == [PLACE, PLACE]


def test_quotation_marks_in_a_wording_do_not_matter(vocabulary):
    for printed in ("专精特新小巨人企业", "“专精特新”小巨人企业", "专精特新“小巨人”企业"):
        named = name_known(evened(printed).replace('"', ""), "organisation", vocabulary)

        assert named is not None
        assert named.property == "little_giants"


def test_the_unit_decides_between_a_count_and_a_sum(vocabulary):
    count = name_level("登记技术合同", "item", "项", vocabulary)
    total = name_level("登记技术合同", "money", "元", vocabulary)

    assert (count.property, total.property) == (
        "technology_contracts",
        "technology_contracts_value",
    )


def test_a_field_of_the_subjects_own_kind_wins(vocabulary):
    firm = name_level("营业收入", "money", "元", vocabulary, "enterprise")

    assert firm.known


def test_every_indicator_of_the_district_can_be_said(vocabulary):
    for entry in vocabulary.home_entries():
        named = name_known(evened(entry.field.name).replace('"', ""), entry.family, vocabulary)

        assert named is not None, entry.field.name
        assert named.property == entry.field.id, entry.field.name


def test_names_policies_and_speakers_are_told(vocabulary):
    text = "临枫区印发《临枫区鼓励科技创新若干政策》。“很好。”栖川光电技术研究院院长韩若川表示。"
    look = Look("t", "text/plain", text, ())
    layout = Layout((Part(Section.MAIN, 0, len(text)),))

    entities = entities_of(look, layout, unchanged(text), vocabulary=vocabulary)

    assert {(e.name, e.type) for e in entities} >= {
        ("临枫区", "district"),
        ("栖川光电技术研究院", "research_institute"),
        ("临枫区鼓励科技创新若干政策", "policy"),
        ("韩若川", "person"),
    }


def test_firms_listed_by_short_names_and_programmes_in_quotes_are_told(vocabulary):
    text = "临枫区引进龙津汽车、云帆、青岚工业等企业，实施“云岭英才”计划。"
    look = Look("t", "text/plain", text, ())
    layout = Layout((Part(Section.MAIN, 0, len(text)),))

    entities = entities_of(look, layout, unchanged(text), vocabulary=vocabulary)

    assert {(e.name, e.type) for e in entities} >= {
        ("龙津汽车", "enterprise"),
        ("云帆", "enterprise"),
        ("青岚工业", "enterprise"),
        ("云岭英才计划", "programme"),
    }
