"""Put the answers of an assessment into the ledger: derived facts that name rule and snapshot."""

from datetime import datetime
from decimal import Decimal

from ceyuan.engines.rules.answer import Answer
from ceyuan.engines.rules.programme import AMOUNT, ANSWER_OF, ELIGIBLE
from ceyuan.journeys.assess import Assessed
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.claim import Claim, Value
from ceyuan.model.document import Document
from ceyuan.model.errors import BadInput
from ceyuan.model.fact import Fact, fact_id
from ceyuan.model.hedge import Hedge
from ceyuan.model.locator import TraceNode
from ceyuan.model.measure import Measure
from ceyuan.model.period import parse_period
from ceyuan.model.quantity import Quantity
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing
from ceyuan.office import Office

#: Who is said to have read a derived fact.
READER = "rules"


class NothingToKeep(BadInput):
    """Answers about a table of one's own have no subjects in the ledger."""


def keep_answers(office: Office, assessed: Assessed, *, now: datetime, by: str = "") -> int:
    """Keep what is settled: `PROGRAMME__eligible`, and `PROGRAMME__amount` where there is one.

    The snapshot goes into the archive first, so that every fact can be computed again. Keeping the
    same answers twice adds nothing; what is unknown is not kept.

    Returns:
        How many facts are new.

    Raises:
        NothingToKeep: the rows are not of the ledger.
    """
    if not assessed.snapshots:
        raise NothingToKeep(
            Bilingual(
                "自带表格的测算结果不入台账", "answers about a table of one's own are not kept"
            ),
            where="--keep",
            remedy=Bilingual(
                "先用 ceyuan read --keep 录入", "bring it in with `ceyuan read --keep`"
            ),
        )
    documents = {}
    for kind, snapshot in assessed.snapshots.items():
        digest = office.archive.put(snapshot.parquet)
        name = f"测算快照 {kind} {assessed.on}.parquet"
        documents[kind] = Document(
            digest, name, "application/vnd.apache.parquet", name, received_on=now.date()
        )
    facts = []
    for one in assessed.answers:
        kind = one.programme.kind
        for answer in one.each():
            subject = assessed.subjects[kind][answer.row]
            name = assessed.names[kind][answer.row]
            for node, value in _settled(answer):
                title = f"{one.programme.title.zh}·{_TERMS[node]}"
                claim = _claim(answer, kind, name, node, value, title, documents[kind].digest)
                document = documents[kind].digest
                facts.append(
                    Fact(
                        fact_id(subject, claim, document),
                        subject,
                        claim,
                        document,
                        READER,
                        one.programme.version,
                        now.date(),
                    )
                )
    return office.ledger.record(facts, list(documents.values()), at=now, by=by).new


def _settled(answer: Answer) -> list[tuple[str, Value]]:
    found: list[tuple[str, Value]] = []
    if answer.eligible is not None:
        found.append((ELIGIBLE, answer.eligible))
    if answer.amount is not None and answer.eligible:
        found.append((AMOUNT, Quantity(Decimal(str(answer.amount)), "元", Hedge.EXACT)))
    return found


def _claim(
    answer: Answer, kind: str, name: str, node: str, value: Value, title: str, snapshot: str
) -> Claim:
    return Claim(
        name,
        kind,
        f"{answer.programme}{ANSWER_OF}{node}",
        title,
        value,
        Measure.LEVEL,
        parse_period(f"as_of {answer.on.isoformat()}"),
        Standing.DERIVED,
        Section.MAIN,
        TraceNode(answer.programme, node, snapshot),
        "",
    )


_TERMS = {ELIGIBLE: "是否符合", AMOUNT: "金额"}
