"""The ledger at size: recording, filters, group-bys, as-of, cold start, export.

    python bench/ledger.py [--facts 1000000] [--home FOLDER] [--database URL] [--json]

Everything is invented: enterprises with twenty properties from registers, and districts from news.
A `--home` that was filled before is measured again without filling it.
"""

import argparse
import json
import random
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from time import perf_counter

from ceyuan.authoring.page import FactQuery
from ceyuan.model.claim import Claim
from ceyuan.model.document import Document, digest_of
from ceyuan.model.entity import Entity
from ceyuan.model.fact import Fact, fact_id
from ceyuan.model.hedge import Hedge
from ceyuan.model.locator import CellAt, TextSpan
from ceyuan.model.measure import Measure
from ceyuan.model.period import parse_period
from ceyuan.model.quantity import Quantity
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing
from ceyuan.office import Office
from ceyuan.stores.facets import FACETS

AT = datetime(2025, 3, 3, 8, tzinfo=UTC)
FIELDS = tuple(f"field_{i}" for i in range(20))
TERMS = tuple(f"登记项目{i}" for i in range(20))
INDICATORS = tuple(f"indicator_{i}" for i in range(60))
WORDS = "高新技术企业研发投入科技成果转化孵化器众创空间专利授权规模以上工业产值增长创新平台人才引进园区建设"
PERIODS = tuple(
    parse_period(f"{year}{part}") for year in range(2016, 2026) for part in ("", "-Q1", "-06")
)
BATCH = 20_000


def register_facts(sheet: int, rows: int, on: date) -> tuple[Document, list[Fact], list[Entity]]:
    """One register: a row for each of its enterprises, twenty properties a row."""
    digest = digest_of(f"register {sheet}".encode())
    document = Document(
        digest, f"名录{sheet}.xlsx", "xlsx", title=f"虚构企业名录{sheet}", invented=True
    )
    rng = random.Random(sheet)
    period = parse_period(str(2019 + sheet % 6))
    facts, entities = [], []
    for row in range(rows):
        number = (sheet % 40) * rows + row
        subject = f"enterprise:{number:08d}"
        name = f"虚构{WORDS[number % 40]}{WORDS[number // 40 % 40]}科技{number}有限公司"
        entities.append(Entity(subject, "enterprise", name))
        for column, (field, term) in enumerate(zip(FIELDS, TERMS, strict=True)):
            claim = Claim(
                subject=name,
                kind="enterprise",
                property=field,
                indicator=term,
                value=Quantity(Decimal(rng.randrange(10**9)) / 100, "CNY"),
                measure=Measure.LEVEL,
                period=period,
                standing=Standing.REGISTERED,
                section=Section.MAIN,
                locator=CellAt("名录", f"{chr(65 + column)}{row + 2}"),
                quote=str(rng.randrange(10**6)),
            )
            facts.append(_fact(subject, claim, digest, "register", on))
    return document, facts, entities


def news_facts(page: int, count: int, on: date) -> tuple[Document, list[Fact], list[Entity]]:
    """One page of news about a district."""
    digest = digest_of(f"page {page}".encode())
    rng = random.Random(-page)
    published = parse_period((date(2016, 1, 1) + timedelta(days=page % 3600)).isoformat())
    document = Document(
        digest, f"{page}.txt", "text/plain", f"虚构新闻{page}", "虚构日报", published
    )
    code = page % 100
    facts = []
    for i in range(count):
        indicator = rng.randrange(60)
        start = rng.randrange(len(WORDS) - 12)
        claim = Claim(
            subject=f"虚构{code}区",
            kind="district",
            property=INDICATORS[indicator],
            indicator=f"{WORDS[indicator % 40 : indicator % 40 + 4]}{indicator}数",
            value=Quantity(Decimal(rng.randrange(10**5)), "家", rng.choice(list(Hedge)[:4])),
            measure=rng.choice(list(Measure)),
            period=rng.choice(PERIODS),
            standing=rng.choice((Standing.REPORTED,) * 8 + (Standing.TARGET, Standing.EXPECTED)),
            section=rng.choice((Section.MAIN,) * 6 + (Section.RELATED, Section.SIDEBAR)),
            locator=TextSpan(i * 40, i * 40 + 30),
            quote=WORDS[start : start + 12] + f"达到{rng.randrange(10**5)}家",
            clean_span=(i * 38, i * 38 + 30),
        )
        facts.append(_fact(f"place:9{code:05d}", claim, digest, "news_page", on))
    return document, facts, []


def batches(total: int) -> Iterator[tuple[list[Document], list[Fact], list[Entity]]]:
    """`total` facts, four fifths from registers, in batches as journeys would record them."""
    documents: list[Document] = []
    facts: list[Fact] = []
    entities: list[Entity] = []
    made = sheet = page = 0
    while made < total:
        on = date(2024, 1, 1) + timedelta(days=(made * 365) // total)
        if made % 5 < 4 and sheet * 20_000 < total * 0.8:
            document, more, names = register_facts(sheet, 1000, on)
            sheet += 1
        else:
            document, more, names = news_facts(page, 50, on)
            page += 1
        documents.append(document)
        facts.extend(more)
        entities.extend(names)
        made += len(more)
        if len(facts) >= BATCH:
            yield documents, facts, entities
            documents, facts, entities = [], [], []
    if facts:
        yield documents, facts, entities


def fill(office: Office, total: int) -> dict[str, float]:
    """Record `total` facts; gives facts a second of recording alone."""
    spent, made = 0.0, 0
    for documents, facts, entities in batches(total):
        start = perf_counter()
        office.ledger.record(facts, documents, at=AT, entities=entities)
        spent += perf_counter() - start
        made += len(facts)
        print(f"\r{made:>9,} facts", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return {"facts": made, "recorded a second": made / spent}


def filters() -> dict[str, FactQuery]:
    """The questions lists ask, from one in a million to nearly all."""
    page = digest_of(b"page 7")
    return {
        "nothing": FactQuery(),
        "one enterprise": FactQuery(subject="enterprise:00000123"),
        "one district": FactQuery(subject="place:900007"),
        "part of a name": FactQuery(subject="技术"),
        "indicator": FactQuery(indicator="field_3"),
        "part of an indicator": FactQuery(indicator="登记项目1"),
        "a year": FactQuery(period="2021"),
        "five years": FactQuery(period="2018/2022"),
        "standing, nearly all": FactQuery(standing=Standing.REGISTERED),
        "standing, few": FactQuery(standing=Standing.TARGET),
        "measure": FactQuery(measure=Measure.GROWTH),
        "section": FactQuery(section="sidebar"),
        "a document": FactQuery(document=page),
        "a register": FactQuery(document=digest_of(b"register 3")),
        "district, indicator, year": FactQuery(
            subject="place:900007", indicator="indicator_5", period="2021"
        ),
        "everything at once": FactQuery(
            subject="虚构", indicator="indicator", period="2016/2024", section="main",
            standing=Standing.REPORTED, measure=Measure.LEVEL,
        ),
        "as of a day": FactQuery(as_of=date(2024, 6, 1)),
        "as of a day, one district": FactQuery(subject="place:900007", as_of=date(2024, 6, 1)),
        "the last page": FactQuery(standing=Standing.REGISTERED, offset=500_000),
        "a word in quotes": FactQuery(words="科技成果"),
        "a rare word": FactQuery(words="达到77家"),
        "two words": FactQuery(words="孵化器 虚构7区"),
    }  # fmt: skip


def timed(act: Callable[[], object], times: int = 21) -> tuple[float, float]:
    """Median and slowest of `times`, in milliseconds."""
    spent = []
    for _ in range(times):
        start = perf_counter()
        act()
        spent.append((perf_counter() - start) * 1000)
    return statistics.median(spent), max(spent)


def measure(home: Path, database: str | None) -> dict[str, dict[str, tuple[float, float]]]:
    """Milliseconds of every question, p50 and slowest."""
    found: dict[str, dict[str, tuple[float, float]]] = {"filter": {}, "group by": {}, "other": {}}
    start = perf_counter()
    with Office.open(home, database=database) as office:
        first = office.ledger.find(FactQuery())
        found["other"]["open and first list"] = ((perf_counter() - start) * 1000,) * 2
        fact = first.facts[0]
        for name, query in filters().items():
            found["filter"][name] = timed(partial(office.ledger.find, query))

        def group(facet: str, query: FactQuery) -> None:
            with office.ledger.view() as view:
                view.choices(facet, query)

        for facet in FACETS:
            for name in (
                "nothing",
                "a year",
                "standing, nearly all",
                "as of a day",
                "part of a name",
            ):
                query = filters()[name]
                found["group by"][f"{facet}, {name}"] = timed(partial(group, facet, query), 7)
        found["other"]["one fact"] = timed(partial(office.ledger.fact, fact.id))

        def documents() -> None:
            with office.ledger.view() as view:
                view.documents(0, 50)

        found["other"]["list of documents"] = timed(documents)
        found["other"]["all facts to Arrow"] = timed(office.ledger.table, 3)
        _measure_writing(office, found["other"])
    return found


def _measure_writing(office: Office, found: dict[str, tuple[float, float]]) -> None:
    """One more fact, the list after it, one more event; each is a commit on the disk."""
    stamp = str(perf_counter())
    numbers = iter(range(10**6))

    def one_more() -> None:
        name = f"{stamp} {next(numbers)}"
        document, facts, _ = news_facts(0, 1, date(2025, 1, 1))
        quiet = replace(facts[0].claim, subject=name)
        document = replace(document, digest=digest_of(name.encode()))
        fact = _fact("place:900001", quiet, document.digest, "news_page", date(2025, 1, 1))
        office.ledger.record([fact], [document], at=AT)

    def list_after() -> float:
        one_more()
        start = perf_counter()
        office.ledger.find(FactQuery())
        return (perf_counter() - start) * 1000

    def event() -> None:
        office.casebook.append(
            f"{stamp} {next(numbers) % 100}", "bench", "1", "move", by="o", role="r",
            on=date(2025, 1, 1), at=AT, said={"what": "ever"},
        )  # fmt: skip

    found["record one fact"] = timed(one_more)
    waits = [list_after() for _ in range(15)]
    found["a list after one more fact"] = statistics.median(waits), max(waits)
    found["one event of a case"] = timed(event, 301)


def _fact(subject: str, claim: Claim, digest: str, reader: str, on: date) -> Fact:
    return Fact(fact_id(subject, claim, digest), subject, claim, digest, reader, "1", on)


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--facts", type=int, default=1_000_000)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--database")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    home = given.home or Path(tempfile.mkdtemp(prefix="ceyuan-bench-"))
    said: dict[str, object] = {}
    with Office.open(home, database=given.database) as office:
        if not office.ledger.find(FactQuery(limit=1)).total:
            said["recording"] = fill(office, given.facts)
    measured = measure(home, given.database)
    if given.json:
        print(json.dumps({**said, **measured}, ensure_ascii=False, indent=1))
        return
    print(said)
    for group, lines in measured.items():
        print(f"\n{group}: ms p50, slowest")
        for name, (median, slowest) in lines.items():
            print(f"  {name:40} {median:9.2f} {slowest:9.2f}")
        medians = [median for median, _ in lines.values()]
        print(f"  {'median of these':40} {statistics.median(medians):9.2f} {max(medians):9.2f}")


if __name__ == "__main__":
    main()
