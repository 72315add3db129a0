"""Looking a whole home through: is everything still what it was when it was kept?"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import func, select

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.finding import Finding
from ceyuan.office import Office
from ceyuan.stores import schema
from ceyuan.stores.audit import audit, audit_columns, last_seal

#: After so many, what is wrong is not one fact but the home.
MOST_OF_A_SORT = 500


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at and what was found; `seal` is the last one, worth noting elsewhere."""

    findings: tuple[Finding, ...]
    documents: int
    facts: int
    entries: int
    events: int
    seal: str

    @property
    def clean(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def verify(office: Office, *, progress: Callable[[Bilingual], None] | None = None) -> Verified:
    """Compute every digest, identifier, seal and hash of a home again.

    Args:
        office: the home.
        progress: told what is looked at next.

    Returns:
        At most `MOST_OF_A_SORT` findings about documents, and as many about rows.
    """
    tell = progress or (lambda _: None)
    findings: list[Finding] = []
    tell(Bilingual("核对档案文件", "documents"))
    changed = Bilingual("文件内容与其摘要不符", "the document no longer matches its digest")
    broken = Bilingual("读取结果已损坏", "a reading can no longer be read")
    findings.extend(Finding(changed, digest) for digest in office.archive.verify())
    findings.extend(Finding(broken, where) for where in office.archive.unreadable_readings())
    with office.database.reading() as connection:
        kept = set(office.archive.digests())
        known = connection.execute(select(schema.documents.c.digest)).scalars().all()
        missing = Bilingual("档案库中缺少该文件", "the document is not in the archive")
        lost = (Finding(missing, digest) for digest in known if digest not in kept)
        findings.extend(islice(lost, MOST_OF_A_SORT))
        tell(Bilingual("核对账本与事项", "ledger and casebook"))
        in_rows = tuple(islice(audit(connection), MOST_OF_A_SORT))
        findings.extend(in_rows)
        if not in_rows:
            tell(Bilingual("核对列表缓存", "the cache of lists"))
            findings.extend(audit_columns(connection, office.ledger.shelf))
        entries, seal = last_seal(connection)
        facts, events = (
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (schema.facts, schema.events)
        )
    return Verified(tuple(findings), len(known), facts, entries, events, seal)
