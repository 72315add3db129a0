"""A small home with figures that programmes ask for: four invented firms of the invented district."""

from datetime import UTC, date, datetime

from ceyuan.journeys.incoming import Incoming
from ceyuan.journeys.receive import receive
from ceyuan.model.entity import Entity
from ceyuan.office import Office
from invented_facts import ARTICLE, fact
from registers_made import BOAT, CLEAR, CLEARING, book_of

NOW = datetime(2025, 9, 1, 9, tzinfo=UTC)
DAY = date(2025, 9, 1)
HOME = "place:990101"

#: Names of firms, the last as nobody should call a firm.
CLEAR_NAME, CLEARING_NAME, BOAT_NAME = (
    "云岫澄光传感技术有限公司",
    "岚江霁川微电子有限公司",
    "岚江砚舟软件有限公司",
)
HOSTILE_NAME = "=<b>岚江</b>&\"'<script>alert(1)</script>"
HOSTILE = "enterprise:hostile"

#: What a notice asks and the kind has no field for.
SUPPORTED_FIELDS = (
    "主要产品（服务）发挥核心支持作用的技术属于《国家重点支持的高新技术领域》规定的范围"
)
_TITLE = ["云岫区企业主要指标（示范数据，纯属虚构）"]
_FIGURES = [
    "企业名称",
    "统一社会信用代码",
    "成立日期",
    "2024年末职工总数（人）",
    "2024年末科技人员数（人）",
    "2024年营业收入（万元）",
    "2024年总收入（万元）",
    "2024年高新技术产品（服务）收入（万元）",
    SUPPORTED_FIELDS,
]
_AWARDS = [
    "企业名称",
    "统一社会信用代码",
    "2024年研发费用（万元）",
    "2023年研发费用（万元）",
    "是否高新技术企业",
    "高新技术企业证书取得时间",
    "有效期至",
]
#: One has everything; one sells too little high-tech and outspends the cap; one says nothing.
FIRMS = [
    [CLEAR_NAME, CLEAR, "2015-03-02", 80, 20, 4300, 4400, 3300, "是"],
    [CLEARING_NAME, CLEARING, "2016-05-06", 60, 12, 2000, 2000, 1150, None],
    [BOAT_NAME, BOAT, "2019-07-08", None, None, None, None, None, None],
]
SPENDING = [
    [CLEAR_NAME, CLEAR, 2000, 1500, "是", "2024-11-28", "2027-11-27"],
    [CLEARING_NAME, CLEARING, 3000, 1000, "否", None, None],
]


def fill(office: Office) -> None:
    """Keep two registers, and a firm whose name is an attack; the home serves the invented district."""
    for name, rows in (("指标", [_FIGURES, *FIRMS]), ("研发", [_AWARDS, *SPENDING])):
        file = Incoming(f"{name}.xlsx", book_of([_TITLE, *rows], title="企业"))
        receipt = receive(office, [file], now=NOW, keep=True, accept_doubtful=True)
        assert not receipt.refused
    office.ledger.record(
        [fact(False, subject=HOSTILE, name=HOSTILE_NAME, property="is_high_tech", period=None)],
        [ARTICLE],
        at=NOW,
        entities=[Entity(HOSTILE, "enterprise", HOSTILE_NAME)],
    )
    office.ledger.serve(HOME)
