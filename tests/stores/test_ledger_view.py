"""Lists of facts: which pass a filter, how many, in what order, what else could be chosen."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ceyuan.authoring.page import FactQuery
from ceyuan.model.document import Document, digest_of
from ceyuan.model.entity import Entity
from ceyuan.model.locator import CellAt
from ceyuan.model.measure import Measure
from ceyuan.model.period import UnreadablePeriod, parse_period
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing
from ceyuan.stores.facets import FACETS
from ceyuan.stores.ledger import Ledger
from invented_facts import ARTICLE, MONDAY, NOON, fact

REGISTER = Document(digest_of(b"register"), "名录.xlsx", "xlsx", title="虚构企业名录")
NEXT_DAY = MONDAY + timedelta(days=1)

DISTRICT_2021 = fact("220", period="2021")
DISTRICT_2022 = fact("260", period="2022", at=CellAt("a", "A1"))
DISTRICT_HALF = fact("90", period="2022-01/2022-06", property="patents", indicator="专利授权量")
DISTRICT_STOCK = fact("300", period="as_of 2022-06-30", standing=Standing.TARGET)
DISTRICT_GROWTH = fact("18", period="2021", measure=Measure.GROWTH, quote="增长18%，创历史新高")
UNDATED = fact("7", period=None, section=Section.SIDEBAR)
FIRM = fact(
    "1000",
    subject="enterprise:1",
    name="岚江虚构科技有限公司",
    property="revenue",
    indicator="营业收入",
    period="2021",
    standing=Standing.REGISTERED,
    quote="1,000",
    document=REGISTER,
    recorded_on=NEXT_DAY,
)
EVERYTHING = [
    DISTRICT_2021, DISTRICT_2022, DISTRICT_HALF, DISTRICT_STOCK, DISTRICT_GROWTH, UNDATED, FIRM,
]  # fmt: skip


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.record(EVERYTHING, [ARTICLE, REGISTER], at=NOON)
    return ledger


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (FactQuery(), EVERYTHING),
        (FactQuery(subject="enterprise:1"), [FIRM]),
        (FactQuery(subject="虚构科技"), [FIRM]),
        (FactQuery(subject="enterprise:"), []),
        (FactQuery(subject="没有这家"), []),
        (FactQuery(indicator="patents"), [DISTRICT_HALF]),
        (FactQuery(indicator="专利"), [DISTRICT_HALF]),
        (FactQuery(indicator="营业收入"), [FIRM]),
        (FactQuery(period="2022-Q1"), []),
        (FactQuery(period="2021"), [DISTRICT_2021, DISTRICT_GROWTH, FIRM]),
        (FactQuery(period="2022"), [DISTRICT_2022, DISTRICT_HALF, DISTRICT_STOCK]),
        (FactQuery(period="as_of 2022-06"), [DISTRICT_STOCK]),
        (FactQuery(standing=Standing.TARGET), [DISTRICT_STOCK]),
        (FactQuery(measure=Measure.GROWTH), [DISTRICT_GROWTH]),
        (FactQuery(section="sidebar"), [UNDATED]),
        (FactQuery(document=REGISTER.digest), [FIRM]),
        (FactQuery(document="0" * 64), []),
        (FactQuery(as_of=MONDAY), [each for each in EVERYTHING if each is not FIRM]),
        (FactQuery(as_of=MONDAY - timedelta(days=1)), []),
        (FactQuery(subject="云岫", period="2021", measure=Measure.LEVEL), [DISTRICT_2021]),
    ],
    ids=str,
)
def test_a_list_holds_the_facts_that_pass_and_no_other(
    filled: Ledger, query: FactQuery, expected: list[object]
) -> None:
    page = filled.find(query)

    assert set(page.facts) == set(expected)
    assert page.total == len(expected)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("历史新高", [DISTRICT_GROWTH]),
        ("高", [each for each in EVERYTHING if each is not FIRM]),
        ("18％", [DISTRICT_GROWTH]),
        ("史新高 高新技术", [DISTRICT_GROWTH]),
        ("1,000", [FIRM]),
        ("营业收入", [FIRM]),
        ("岚江虚构", [FIRM]),
        ("企业名录", [FIRM]),
        ("新高历史", []),
        ("100%_", []),
        ('"高" OR "新"', []),
        ("史", [DISTRICT_GROWTH]),
        ("  ", EVERYTHING),
    ],
)
def test_words_are_found_in_quotes_names_indicators_and_titles(
    filled: Ledger, words: str, expected: list[object]
) -> None:
    assert set(filled.find(FactQuery(words=words)).facts) == set(expected)


def test_the_newest_period_comes_first_and_unknown_periods_last(filled: Ledger) -> None:
    periods = [str(each.claim.period) for each in filled.find(FactQuery(subject="云岫")).facts]

    assert periods == [
        "2022", "as_of 2022-06-30", "2022-01/2022-06", "2021", "2021", "None",
    ]  # fmt: skip


def test_pages_follow_one_another_without_gap_or_repetition(ledger: Ledger) -> None:
    many = [fact(str(n), period=str(1990 + n % 30), at=CellAt("a", f"A{n + 1}")) for n in range(95)]
    ledger.record(many, [ARTICLE], at=NOON)

    pages = [ledger.find(FactQuery(offset=at, limit=20)) for at in range(0, 120, 20)]

    together = [each.id for page in pages for each in page.facts]
    assert [len(page.facts) for page in pages] == [20, 20, 20, 20, 15, 0]
    assert len(set(together)) == 95
    with ledger.view() as view:
        assert [each.id for each in view.each(FactQuery(limit=1))] == together


def test_a_period_nobody_can_read_is_told(filled: Ledger) -> None:
    with pytest.raises(UnreadablePeriod):
        filled.find(FactQuery(period="last year"))


@pytest.mark.parametrize("nasty", ["\0", "\ud800", "'; DROP TABLE facts; --", "%", "_", "x" * 9999])
def test_whatever_an_address_carries_finds_nothing_and_breaks_nothing(
    filled: Ledger, nasty: str
) -> None:
    for field in ("subject", "indicator", "document", "section"):
        assert filled.find(FactQuery(**{field: "没有" + nasty})).total == 0
    assert filled.find(FactQuery(words="没有" + nasty)).total == 0
    assert filled.fact(nasty) is None
    with filled.view() as view:
        assert view.document(nasty) is None
        assert view.entity(nasty) is None


def test_each_choice_says_how_many_facts_it_would_leave(filled: Ledger) -> None:
    narrow = FactQuery(period="2021")
    with filled.view() as view:
        for facet in FACETS:
            for choice in view.choices(facet, narrow):
                if facet == "period":
                    continue
                chosen = replace(narrow, **{facet: choice.value})
                assert view.find(chosen).total == choice.facts, (facet, choice)


def test_choices_are_named_and_the_commonest_come_first(filled: Ledger) -> None:
    with filled.view() as view:
        subjects = view.choices("subject", FactQuery())
        indicators = view.choices("indicator", FactQuery())
        periods = view.choices("period", FactQuery(subject="云岫"))
        papers = view.choices("document", FactQuery())

    assert [(c.name, c.facts) for c in subjects] == [("云岫区", 6), ("岚江虚构科技有限公司", 1)]
    assert (indicators[0].value, indicators[0].name) == ("high_tech_enterprises", "高新技术企业数")
    assert [c.value for c in periods] == ["2022", "as_of 2022-06-30", "2022-01/2022-06", "2021"]
    assert (papers[0].value, papers[0].name) == (ARTICLE.digest, ARTICLE.title)


def test_choosing_sets_aside_the_choice_already_made(filled: Ledger) -> None:
    with filled.view() as view:
        others = view.choices("standing", FactQuery(standing=Standing.TARGET))

    assert {choice.value for choice in others} == {"reported", "target", "registered"}


def test_an_unknown_facet_is_a_mistake_of_the_page(filled: Ledger) -> None:
    with filled.view() as view, pytest.raises(ValueError, match="not filtered by"):
        view.choices("colour", FactQuery())


def test_a_subject_is_listed_under_its_newest_name_and_found_under_all(filled: Ledger) -> None:
    filled.record([], at=NOON, entities=[Entity("enterprise:1", "enterprise", "岚江更名公司")])

    with filled.view() as view:
        names = {choice.name for choice in view.choices("subject", FactQuery())}
    assert "岚江更名公司" in names
    assert filled.find(FactQuery(subject="虚构科技")).total == 1
    assert filled.find(FactQuery(subject="更名")).total == 1


def test_documents_come_last_published_first_with_the_facts_that_stand(filled: Ledger) -> None:
    old = Document("1" * 64, "old.txt", "text/plain", published=parse_period("2019"))
    filled.record([], [old], at=NOON)
    filled.withdraw(UNDATED.id, reason="误读", by="o", on=NEXT_DAY, at=NOON)

    with filled.view() as view:
        lines, total = view.documents()
        second, _ = view.documents(offset=1, limit=1)

    listed = [(line.document.digest, line.facts) for line in lines]
    assert listed == [(ARTICLE.digest, 5), (old.digest, 0), (REGISTER.digest, 1)]
    assert total == 3
    assert [line.document.digest for line in second] == [old.digest]


def test_an_empty_ledger_answers_with_nothing(ledger: Ledger) -> None:
    with ledger.view() as view:
        assert view.find(FactQuery(words="高新", as_of=date(2030, 1, 1))).facts == ()
        assert view.documents() == ((), 0)
        assert all(view.choices(facet, FactQuery()) == () for facet in FACETS)
        assert view.read_by(ARTICLE.digest) is None
        assert not view.holds_invented()
        assert view.table(FactQuery()).num_rows == 0


def test_lists_are_the_same_with_and_without_the_file_kept_between_runs(
    filled: Ledger, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ceyuan.stores.shelf._WORTH_KEEPING", 1)
    cache = filled.shelf._file
    assert cache is not None
    before = filled.find(FactQuery()).facts
    filled.withdraw(FIRM.id, reason="误读", by="o", on=NEXT_DAY, at=NOON)

    kept = Ledger(filled.database, cache.parent)
    assert FIRM in before
    assert kept.find(FactQuery()).total == 6
    assert cache.exists()
    again = Ledger(filled.database, cache.parent)
    assert again.find(FactQuery()) == kept.find(FactQuery())
    assert again.find(FactQuery(as_of=NEXT_DAY)).total == 6

    cache.write_bytes(b"not an archive")
    assert Ledger(filled.database, cache.parent).find(FactQuery()).total == 6
