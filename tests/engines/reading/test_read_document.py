"""One document read: who reads it, what is known of it, and where its claims stand in the raw text."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from ceyuan.authoring.card import Card
from ceyuan.authoring.page_furniture import split_page
from ceyuan.authoring.reader import Layout, Look
from ceyuan.engines.reading.read import read
from ceyuan.model.claim import Claim
from ceyuan.model.locator import TextSpan
from ceyuan.model.measure import Measure
from ceyuan.model.period import parse_period
from ceyuan.model.quantity import Quantity
from ceyuan.model.section import Part, Section
from ceyuan.model.standing import Standing

RAW = "云岫区科技动态\n2024-03-05 云岫日报\n雲岫區科(kē)技(jì)型(xíng)企業達(dá)到12家。"


@dataclass(frozen=True)
class ToyReader:
    """A reader as the catalogue would load it."""

    name: str
    bid: float
    layout: Callable[[Look], Layout] = split_page
    claims: Callable[..., Iterable[Claim]] | None = None

    @property
    def card(self) -> Card:
        return Card(self.name, "reader", self.name, self.name, version="3")

    def bids(self, look: Look) -> float:
        return self.bid

    def lays_out(self, look: Look) -> Layout:
        return self.layout(look)


class ToyWords:
    """What is offered to a reader with claims of its own."""

    def remarks(self) -> tuple[()]:
        return ()

    def kept_table(self) -> dict[str, str]:
        return {}


def twelve(look: Look, at: str = "12家") -> Claim:
    start = look.text.index(at)
    return Claim(
        subject="云岫区",
        kind="district",
        property="tech_firms",
        indicator="科技型企业数",
        value=Quantity(Decimal(12), "家"),
        measure=Measure.LEVEL,
        period=None,
        standing=Standing.REPORTED,
        section=Section.MAIN,
        locator=TextSpan(start, start + len(at)),
        quote=at,
        clean_span=(start, start + len(at)),
    )


def reading(*readers: ToyReader, raw: str = RAW, **given):
    return read(
        raw.encode(),
        "a.txt",
        readers=readers,
        known_misprints={},
        extract=lambda look, layout, log, published: (),
        words=lambda log, published: ToyWords(),
        **given,
    )


def test_the_highest_bid_reads():
    read_by = reading(ToyReader("news", 0.4), ToyReader("notice", 0.9), ToyReader("paper", 0.2))

    assert (read_by.reader, read_by.reader_version) == ("notice", "3")


def test_of_equal_bids_the_first_by_name_reads_whatever_the_order():
    readers = ToyReader("b", 0.5), ToyReader("a", 0.5)

    assert {reading(*readers).reader, reading(*reversed(readers)).reader} == {"a"}


def test_a_document_nobody_bids_for_is_read_as_a_plain_page_and_says_so():
    nobody = reading(ToyReader("news", 0.0))

    assert nobody.document.title == "云岫区科技动态"
    assert "没有读取器认得" in nobody.remarks[0].what.zh


def test_a_given_date_wins_over_the_printed_one():
    assert str(reading().document.published) == "2024-03-05"
    given = reading(published=parse_period("2024-04"), publisher="云岫网").document

    assert (str(given.published), given.published_from) == ("2024-04", "given")
    assert given.publisher == "云岫网"


def test_a_page_without_a_printed_date_takes_the_one_in_its_metadata():
    page = (
        "<html><head><meta name='PubDate' content='2024-05-06'></head><body>"
        "<p>云岫区科技型企业达到12家，研发平台达到3个，技术合同成交额稳步增长。</p></body></html>"
    )

    document = reading(raw=page).document

    assert (str(document.published), document.published_from) == ("2024-05-06", "inferred")


def test_a_document_without_any_date_is_read_and_says_that_periods_stay_unknown():
    undated = reading(raw="云岫区今年以来新增企业12家。")

    assert undated.document.published is None
    assert any("没有发布日期" in remark.what.zh for remark in undated.remarks)


def test_claims_of_a_reader_are_told_in_places_of_the_raw_text():
    own = ToyReader("news", 1, claims=lambda look, layout, words: [twelve(look, "企业达到12家")])

    (claim,) = reading(own).claims

    assert claim.quote == "企業達(dá)到12家"
    assert RAW[claim.locator.start : claim.locator.end] == claim.quote


def test_without_claims_of_its_own_the_machine_extracts_with_the_date_of_publication():
    seen = []

    read(
        RAW.encode(),
        "a.txt",
        readers=[ToyReader("news", 1)],
        known_misprints={},
        extract=lambda look, layout, log, published: seen.append((look.text, published)) or (),
    )

    assert [(text[-9:], str(published)) for text, published in seen] == [
        ("型企业达到12家。", "2024-03-05")
    ]


def test_what_a_reader_does_not_name_is_furniture():
    only_title = ToyReader("news", 1, layout=lambda look: Layout(parts=(Part(Section.MAIN, 0, 7),)))

    parts = reading(only_title).parts

    assert [part.section for part in parts] == [Section.MAIN, Section.BOILERPLATE]
    assert (parts[0].start, parts[-1].end) == (0, len(reading(only_title).log.clean))


def test_the_same_bytes_give_the_same_reading():
    own = ToyReader("news", 1, claims=lambda look, layout, words: [twelve(look)])

    assert reading(own) == reading(own)


def test_the_look_counts_the_damage():
    seen: list[Look] = []
    reading(ToyReader("news", 1, layout=lambda look: seen.append(look) or split_page(look)))

    assert seen[0].damage["pinyin"] == 4
    assert seen[0].damage["script"] >= 2
    assert [line.text for line in seen[0].lines][-1] == "云岫区科技型企业达到12家。"
