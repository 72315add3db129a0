"""A reading as JSON: the shape of the annotated reference documents."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

from ceyuan.journeys.reading_json import indicator_json, main_text, reading_json
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.claim import Claim
from ceyuan.model.document import Document
from ceyuan.model.edit import Edit, EditLog
from ceyuan.model.hedge import Hedge
from ceyuan.model.locator import CellAt, TextSpan
from ceyuan.model.measure import Measure
from ceyuan.model.period import parse_period
from ceyuan.model.quantity import Quantity
from ceyuan.model.reading import Reading, Remark
from ceyuan.model.section import Part, Section
from ceyuan.model.standing import Standing

RAW = "首页\n全區(qū)高企186家\n相关阅读\n別區95家\n"
LOG = EditLog(
    (
        Edit(0, 4, "首页\n全", "首页\n全", ""),
        Edit(4, 5, "區", "区", "script"),
        Edit(5, 9, "(qū)", "", "pinyin"),
        Edit(9, 27, RAW[9:27], RAW[9:27], ""),
    )
)
CLAIM = Claim(
    subject="云岫区",
    kind="district",
    property="high_tech_enterprises",
    indicator="高新技术企业数",
    value=Quantity(Decimal("186.0"), "家"),
    measure=Measure.LEVEL,
    period=parse_period("as_of 2024-12-31"),
    standing=Standing.REPORTED,
    section=Section.MAIN,
    locator=TextSpan(9, 15),
    quote=RAW[9:15],
)


def a_reading(*claims: Claim, **parts: Any) -> Reading:
    clean = LOG.clean
    cut = clean.index("相关阅读")
    reading = Reading(
        document=Document("d" * 64, "news.txt", "text/plain", published=parse_period("2025-01")),
        reader="news_page",
        reader_version="3",
        log=LOG,
        parts=(
            Part(Section.BOILERPLATE, 0, 3),
            Part(Section.MAIN, 3, cut),
            Part(Section.RELATED, cut, len(clean)),
        ),
        claims=claims,
    )
    return replace(reading, **parts)


def test_the_log_of_the_example_restores_the_raw_text() -> None:
    assert LOG.raw == RAW


def test_clean_text_is_the_repaired_main_article_alone() -> None:
    assert main_text(a_reading()) == "全区高企186家"


def test_an_offset_leads_to_the_evidence_in_the_raw_text() -> None:
    said = indicator_json(CLAIM)

    start, end = said["offset"]
    assert RAW[start:end] == said["evidence"]


def test_whole_values_are_whole_and_others_keep_their_places() -> None:
    share = replace(CLAIM, value=Quantity(Decimal("2.80"), "%"))

    assert repr(indicator_json(CLAIM)["value"]) == "186"
    assert indicator_json(share)["value"] == 2.8


def test_hedge_footing_and_the_readers_own_words_are_qualifiers() -> None:
    hedged = replace(
        CLAIM,
        value=Quantity(Decimal(300), "家", Hedge.AT_LEAST),
        standing=Standing.TARGET,
        qualifiers=("cumulative", "target"),
    )

    assert indicator_json(hedged)["qualifier"] == ["at_least", "target", "cumulative"]
    assert indicator_json(CLAIM)["qualifier"] == ["exact"]


def test_a_range_has_both_ends() -> None:
    said = indicator_json(
        replace(CLAIM, value=Quantity(Decimal(3), "家", Hedge.BETWEEN, Decimal(5)))
    )

    assert (said["value"], said["upper"], said["qualifier"]) == (3, 5, ["between"])


def test_a_cell_is_named_instead_of_an_offset() -> None:
    said = indicator_json(replace(CLAIM, locator=CellAt("名录", "B7"), value="云岫澄光公司"))

    assert said["cell"] == {"sheet": "名录", "cell": "B7"}
    assert (said["value"], said["unit"]) == ("云岫澄光公司", "")
    assert "offset" not in said


def test_what_the_text_does_not_say_is_null() -> None:
    said = indicator_json(replace(CLAIM, subject="", period=None))

    assert said["subject"] is None
    assert said["period"] is None


def test_edits_are_the_changes_with_their_places() -> None:
    said = reading_json(a_reading(CLAIM))

    assert [(e["was"], e["now"], e["why"]) for e in said["edits"]] == [
        ("區", "区", "script"),
        ("(qū)", "", "pinyin"),
    ]
    assert all(RAW[e["start"] : e["end"]] == e["was"] for e in said["edits"])


def test_mentions_go_to_the_list_they_name_and_empty_lists_are_there() -> None:
    said = reading_json(
        a_reading(
            mentions=(
                {"name": "云岫高新区", "type": "park_or_zone"},
                {"list": "events", "type": "opening"},
            )
        )
    )

    assert said["entities"] == [{"name": "云岫高新区", "type": "park_or_zone"}]
    assert said["events"] == [{"type": "opening"}]
    assert said["relations"] == said["commitments"] == said["mechanisms"] == []


def test_the_whole_is_plain_json() -> None:
    said = reading_json(a_reading(CLAIM, remarks=(Remark(Bilingual("无日期", "undated")),)))

    assert json.loads(json.dumps(said)) == said
    assert (said["doc"], said["published"]) == ("news.txt", "2025-01")
