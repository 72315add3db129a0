"""A small home with three invented documents, kept as reading them would have left it."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from ceyuan.authoring.page import FactQuery
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.claim import Claim
from ceyuan.model.document import Document
from ceyuan.model.edit import Edit, EditLog
from ceyuan.model.entity import Entity
from ceyuan.model.fact import Fact, fact_id
from ceyuan.model.hedge import Hedge
from ceyuan.model.locator import TextSpan
from ceyuan.model.measure import Measure
from ceyuan.model.period import parse_period
from ceyuan.model.quantity import Quantity
from ceyuan.model.reading import Reading, Remark
from ceyuan.model.section import Part, Section
from ceyuan.model.standing import Standing
from ceyuan.office import Office

HOME = "place:990101"
TODAY = date(2024, 7, 1)
HOSTILE = "<script>alert('云岫')</script>"

#: The texts; `{was→now|why}` is a repair.
NEWS = (
    "云岫{區→区|script}2023年經濟運行簡報（示范数据，纯属虚构）\n"
    "2023年，全{區→区|script}{(qū)→|pinyin}地区生产总值512.6亿元，同比增长7.8%。"
    "高新技术企业{ →|space}达到186家，比上年净增23家；"
    "研发经费投入强度2.6%，技术合同成交额超9.4亿元。\n"
    "力争到2025年，高新技术企业突破300家。预计2024年地区生产总值约555亿元。\n"
    "相关阅读：汀浦区高新技术企业达到95家\n"
)
BULLETIN = (
    "云岫区2022年统计公报（示范数据，纯属虚构）\n"
    "2022年地区生产总值475.5亿元，同比增长6.9%。高新技术企业163家。\n"
    "2021年地区生产总值444.8亿元，高新技术企业137家。\n"
)
REGISTER_NOTE = f"企业名录说明 {HOSTILE}\n截至2023年底，名录内高新技术企业179家。{HOSTILE}\n"


@dataclass(frozen=True)
class Said:
    """One figure of a text: the passage in the repaired text and what it states."""

    passage: str
    property: str
    indicator: str
    amount: str
    unit: str
    period: str
    measure: Measure = Measure.LEVEL
    standing: Standing = Standing.REPORTED
    hedge: Hedge = Hedge.EXACT
    section: Section = Section.MAIN
    subject: str = HOME
    name: str = "云岫区"


GDP, FIRMS = "地区生产总值", "高新技术企业数"
FIRMS_ID = "high_tech_enterprises"
NEWS_SAYS = (
    Said("地区生产总值512.6亿元", "gdp", GDP, "51260000000", "元", "2023"),
    Said("同比增长7.8%", "gdp", GDP, "7.8", "%", "2023", Measure.GROWTH),
    Said("高新技术企业达到186家", FIRMS_ID, FIRMS, "186", "家", "as_of 2023-12-31"),
    Said("研发经费投入强度2.6%", "rd_intensity", "研发投入强度", "2.6", "%", "2023"),
    Said(
        "技术合同成交额超9.4亿元",
        "technology_contract_value",
        "技术合同成交额",
        "940000000",
        "元",
        "2023",
        hedge=Hedge.AT_LEAST,
    ),
    Said(
        "高新技术企业突破300家",
        FIRMS_ID,
        FIRMS,
        "300",
        "家",
        "as_of 2025-12-31",
        standing=Standing.TARGET,
        hedge=Hedge.AT_LEAST,
    ),
    Said(
        "地区生产总值约555亿元",
        "gdp",
        GDP,
        "55500000000",
        "元",
        "2024",
        standing=Standing.EXPECTED,
        hedge=Hedge.ABOUT,
    ),
    Said(
        "汀浦区高新技术企业达到95家",
        FIRMS_ID,
        FIRMS,
        "95",
        "家",
        "as_of 2023-12-31",
        section=Section.RELATED,
        subject="place:990102",
        name="汀浦区",
    ),
)
BULLETIN_SAYS = (
    Said("2022年地区生产总值475.5亿元", "gdp", GDP, "47550000000", "元", "2022"),
    Said("同比增长6.9%", "gdp", GDP, "6.9", "%", "2022", Measure.GROWTH),
    Said("高新技术企业163家", FIRMS_ID, FIRMS, "163", "家", "as_of 2022-12-31"),
    Said("2021年地区生产总值444.8亿元", "gdp", GDP, "44480000000", "元", "2021"),
    Said("高新技术企业137家", FIRMS_ID, FIRMS, "137", "家", "as_of 2021-12-31"),
)
REGISTER_SAYS = (
    Said(
        "高新技术企业179家",
        FIRMS_ID,
        FIRMS,
        "179",
        "家",
        "as_of 2023-12-31",
        standing=Standing.REGISTERED,
    ),
)


ALL = len(NEWS_SAYS) + len(BULLETIN_SAYS) + len(REGISTER_SAYS)


def mended(marked: str) -> EditLog:
    """The log of a text in which `{was→now|why}` marks the repairs."""
    pieces, at = [], 0
    for plain, was, now, why in re.findall(r"([^{]+)|\{([^→]*)→([^|]*)\|([a-z]+)\}", marked):
        old, new = (plain, plain) if plain else (was, now)
        pieces.append(Edit(at, at + len(old), old, new, why))
        at += len(old)
    return EditLog(tuple(pieces))


def keep(office: Office, document: dict[str, Any], marked: str, says: tuple[Said, ...]) -> None:
    """Archive a text, keep its reading, record its facts."""
    log = mended(marked)
    digest = office.archive.put(log.raw.encode())
    kept = Document(
        digest, media="text/plain", received_on=TODAY, characters=len(log.raw), **document
    )
    teaser = log.clean.find("相关阅读")
    edge = teaser if teaser >= 0 else len(log.clean)
    parts = [Part(Section.MAIN, 0, edge)]
    if edge < len(log.clean):
        parts.append(Part(Section.RELATED, edge, len(log.clean)))
    claims = tuple(_claim(said, log) for said in says)
    remark = Remark(Bilingual("虚构文本，仅供测试", "an invented text, for tests"))
    office.archive.put_reading(
        Reading(kept, "news_page", "1", log, tuple(parts), claims, (remark,))
    )
    facts = [
        Fact(
            fact_id(said.subject, claim, digest),
            said.subject,
            claim,
            digest,
            "news_page",
            "1",
            TODAY,
        )
        for said, claim in zip(says, claims, strict=True)
    ]
    office.ledger.record(
        facts,
        [kept],
        at=datetime(2024, 7, 1, 9, 30, tzinfo=UTC),
        by="测试",
        entities=[Entity(said.subject, "district", said.name) for said in says],
    )


def _claim(said: Said, log: EditLog) -> Claim:
    start = log.clean.index(said.passage)
    end = start + len(said.passage)
    raw = log.to_raw(start, end)
    return Claim(
        subject=said.name,
        kind="district",
        property=said.property,
        indicator=said.indicator,
        value=Quantity(Decimal(said.amount), said.unit, said.hedge),
        measure=said.measure,
        period=parse_period(said.period),
        standing=said.standing,
        section=said.section,
        locator=TextSpan(*raw),
        quote=log.raw[slice(*raw)],
        clean_span=(start, end),
    )


def fill(office: Office) -> None:
    """Put the three documents into a home and say which district it serves."""
    published = parse_period("2024-01-18")
    keep(
        office,
        {
            "name": "news.txt",
            "title": "云岫区2023年经济运行简报",
            "publisher": "云岫区融媒体中心",
            "published": published,
            "published_from": "printed",
            "invented": True,
        },
        NEWS,
        NEWS_SAYS,
    )
    keep(
        office,
        {
            "name": "bulletin.txt",
            "title": "云岫区2022年统计公报",
            "publisher": "云岫区统计局",
            "published": parse_period("2023-03"),
            "published_from": "given",
            "invented": True,
        },
        BULLETIN,
        BULLETIN_SAYS,
    )
    keep(
        office,
        {"name": f"{HOSTILE}.txt", "title": HOSTILE, "publisher": HOSTILE, "invented": True},
        REGISTER_NOTE,
        REGISTER_SAYS,
    )
    office.ledger.serve(HOME)


def addresses(office: Office) -> list[str]:
    """One address of every page of the district."""
    facts = office.ledger.find(FactQuery()).facts
    return [
        "/",
        "/facts",
        f"/facts?subject={HOME}&standing=reported",
        "/documents",
        "/things",
        f"/thing?id={HOME}",
        "/stocks",
        "/read",
        "/who",
        *(f"/facts/{fact.id}" for fact in facts),
        *(f"/documents/{digest}" for digest in {fact.document for fact in facts}),
        *(f"/documents/{digest}?text=raw" for digest in {fact.document for fact in facts}),
        *(f"/documents/{digest}?text=repairs" for digest in {fact.document for fact in facts}),
    ]


def the_fact(office: Office, **wanted: Any) -> Fact:
    """The one fact that a query finds."""
    (fact,) = office.ledger.find(FactQuery(**wanted)).facts
    return fact
