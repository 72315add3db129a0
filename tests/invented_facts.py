"""Facts that nobody ever printed, for tests of the stores and of what stands on them."""

from datetime import UTC, date, datetime
from decimal import Decimal

from ceyuan.model.claim import Claim, Value
from ceyuan.model.document import Document, digest_of
from ceyuan.model.fact import Fact, fact_id
from ceyuan.model.hedge import Hedge
from ceyuan.model.locator import Locator, TextSpan
from ceyuan.model.measure import Measure
from ceyuan.model.period import parse_period
from ceyuan.model.quantity import Quantity
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing

MONDAY = date(2025, 3, 3)
NOON = datetime(2025, 3, 3, 12, tzinfo=UTC)
PAGE = "全区高新技术企业超220家，科技型企业达到1200家。".encode()
ARTICLE = Document(
    digest=digest_of(PAGE),
    name="page.txt",
    media="text/plain",
    title="虚构新闻：云岫区创新提速",
    publisher="虚构日报",
    published=parse_period("2022-01-05"),
    received_on=MONDAY,
    invented=True,
)


_PASSAGE = TextSpan(2, 12)


def amount(number: str, unit: str = "家", hedge: Hedge = Hedge.EXACT) -> Quantity:
    """A quantity as short as a test wants it."""
    return Quantity(Decimal(number), unit, hedge)


def fact(
    number: str | Value = "220",
    *,
    subject: str = "place:990101",
    name: str = "云岫区",
    property: str = "high_tech_enterprises",
    indicator: str = "高新技术企业数",
    period: str | None = "2021",
    standing: Standing = Standing.REPORTED,
    measure: Measure = Measure.LEVEL,
    section: Section = Section.MAIN,
    at: Locator = _PASSAGE,
    quote: str = "高新技术企业超220家",
    note: str = "",
    document: Document | None = ARTICLE,
    recorded_on: date = MONDAY,
) -> Fact:
    """A fact of the invented article; what a test does not name is of no importance to it."""
    claim = Claim(
        subject=name,
        kind=subject.partition(":")[0].replace("place", "district"),
        property=property,
        indicator=indicator,
        value=amount(number) if isinstance(number, str) else number,
        measure=measure,
        period=parse_period(period) if period else None,
        standing=standing,
        section=section,
        locator=at,
        quote=quote,
        clean_span=(2, 12),
        note=note,
    )
    digest = document.digest if document else ""
    id = fact_id(subject, claim, digest)
    return Fact(id, subject, claim, digest, "news_page", "1", recorded_on)
