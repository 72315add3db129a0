"""A pool that makes good the losses of loans: when it runs dry, and who bears what, scenario by scenario.

Default rates are assumptions of whoever asks; how losses are shared stands in a programme.
"""

from typing import Any

from ceyuan.authoring.handed_in import Workbook
from ceyuan.authoring.loan_pool import LossSharing, PoolCourse, PoolPlan
from ceyuan.authoring.page import Ask, FactQuery, Params, shows, workbook
from ceyuan.authoring.sheets import Sheet, workbook_of
from ceyuan.authoring.typed_amount import read_share, read_yuan
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput
from ceyuan.model.fact import Fact
from ceyuan.model.quantity import Quantity

#: Rates tried where nobody gave any: assumptions, said to be such.
ASSUMED = "2%，5%，10%"
MOST_SCENARIOS = 6
#: What a list of funds calls a pool of this sort.
_POOL = "风险"
#: The sums of a course, in the order of the table.
SUMS = (
    ("fell_due", Bilingual("到期本金", "Fell due")),
    ("lost", Bilingual("违约本金", "Lost")),
    ("paid", Bilingual("资金池补偿", "Paid by the pool")),
    ("municipal", Bilingual("其中市级承担", "of it the city")),
    ("district", Bilingual("其中区级承担", "of it the district")),
    ("bank", Bilingual("银行承担", "Borne by the bank")),
    ("unpaid", Bilingual("其中应补未补", "of it claims unpaid")),
    ("refused", Bilingual("未能新增的贷款", "New loans refused")),
    ("back", Bilingual("追回归资金池", "Back to the pool")),
    ("balance", Bilingual("期末余额", "Left at the end")),
)
_WIDTH, _HEIGHT = 640, 160


@shows
def the_pool(ask: Ask, params: Params) -> dict[str, Any]:
    """The form with what the ledger knows, and the course of the pool in each scenario.

    Raises:
        BadInput: an amount or a share cannot be read, or nothing falls due.
    """
    sharings = ask.loan_pool.sharings()
    plan = _plan(ask, params, sharings)
    courses = ask.loan_pool.courses(plan) if plan else ()
    return {
        "sharings": sharings,
        "sharing": next((s for s in sharings if plan and s.programme == plan.programme), None),
        "loans": ask.loan_pool.loans(),
        "funds": _funds(ask),
        "typed": {**_defaults(ask, sharings), **{k: v for k, v in params.items() if v.strip()}},
        "given": dict(params),
        "courses": courses,
        "sums": SUMS,
        "lines": [_drawn(one, plan.capital / 100) for one in courses] if plan else [],
        "width": _WIDTH,
        "height": _HEIGHT,
        "yuan": "元",
        "listed": [_line(one) for one in courses],
    }


@workbook
def the_sheets(ask: Ask, params: Params) -> Workbook | None:
    """The courses as a workbook: the sums, every month, what was assumed."""
    sharings = ask.loan_pool.sharings()
    plan = _plan(ask, params, sharings)
    if plan is None:
        return None
    courses = ask.loan_pool.courses(plan)
    lines = [_line(one) for one in courses]
    months = [
        {
            "情形": c.name,
            "月份": f"{m.month:%Y-%m}",
            "余额（元）": m.balance,
            "在贷（元）": m.outstanding,
        }
        for c in courses
        for m in c.months
    ]
    sharing = next(s for s in sharings if s.programme == plan.programme)
    assumed: list[dict[str, Any]] = [
        {
            "项目": "违约率",
            "内容": "；".join(name for name, _ in plan.scenarios) + "（测算人的假设）",
        },
        {"项目": "资金池规模（元）", "内容": plan.capital / 100},
        {"项目": "每月新增贷款（元）", "内容": plan.lending / 100},
        *({"项目": "分担依据", "内容": source} for source in sharing.sources),
    ]
    return workbook_of(
        f"资金池测算_{ask.day.isoformat()}.xlsx",
        [
            Sheet("测算结果", list(lines[0]) if lines else (), lines),
            Sheet("逐月", ("情形", "月份", "余额（元）", "在贷（元）"), months),
            Sheet("假设与依据", ("项目", "内容"), assumed),
        ],
    )


def _plan(ask: Ask, params: Params, sharings: tuple[LossSharing, ...]) -> PoolPlan | None:
    """What is asked; None where no programme shares losses or nothing is lent and known."""
    typed = {**_defaults(ask, sharings), **{k: v for k, v in params.items() if v.strip()}}
    if not sharings or not typed.get("capital"):
        return None
    lending = read_yuan(typed["lending"], "lending") if typed.get("lending") else 0
    if not lending and not ask.loan_pool.loans().live:
        return None
    breaker = typed.get("breaker", "")
    return PoolPlan(
        typed["programme"],
        read_yuan(typed["capital"], "capital"),
        _scenarios(typed["rates"]),
        lending,
        _months(typed.get("lending_months", "12"), "lending_months"),
        _months(typed.get("term", "12"), "term"),
        read_share(typed.get("recovery", "0"), "recovery"),
        12,
        read_share(breaker, "breaker") if breaker else None,
    )


def _defaults(ask: Ask, sharings: tuple[LossSharing, ...]) -> dict[str, str]:
    funds = [left for _, left in _funds(ask) if left > 0]
    return {
        "programme": sharings[0].programme if sharings else "",
        "capital": f"{funds[0]:.0f}" if funds else "",
        "rates": ASSUMED,
        "lending_months": "12",
        "term": "12",
    }


def _funds(ask: Ask) -> list[tuple[Fact, float]]:
    """Pools of the register of funds: what was paid in, and what of it is left, the largest first."""

    def figures(field: str) -> dict[str, tuple[Fact, float]]:
        found: dict[str, tuple[Fact, float]] = {}
        for fact in ask.facts(FactQuery(kind="fund", indicator=field, limit=500)).facts:
            value = fact.claim.value
            if fact.claim.property == field and isinstance(value, Quantity):
                found.setdefault(fact.subject, (fact, float(value.amount)))
        return found

    paid_in, used = figures("paid_in"), figures("used")
    pools = [
        (fact, amount - used[subject][1])
        for subject, (fact, amount) in paid_in.items()
        if _POOL in ask.name_of(subject) and subject in used
    ]
    return sorted(pools, key=lambda pair: (-pair[1], pair[0].subject))


def _scenarios(typed: str) -> tuple[tuple[str, tuple[Any, ...]], ...]:
    rates = [one.strip() for one in typed.replace("，", ",").replace("、", ",").split(",")]
    rates = [one for one in rates if one]
    if not 0 < len(rates) <= MOST_SCENARIOS:
        raise BadInput(
            Bilingual(
                f"违约率写一个至 {MOST_SCENARIOS} 个", f"give one to {MOST_SCENARIOS} default rates"
            ),
            where="rates",
            remedy=Bilingual("写如 2%，5%，10%", "write, say, 2%, 5%, 10%"),
        )
    return tuple((rate, (read_share(rate, "rates"),)) for rate in rates)


def _months(typed: str, where: str) -> int:
    typed = typed.strip()
    if typed.isascii() and typed.isdigit() and 1 <= int(typed[:4]) <= 240 and len(typed) < 4:
        return int(typed)
    raise BadInput(
        Bilingual(f"{typed!r} 不是 1 至 240 个月", f"{typed!r} is not 1 to 240 months"),
        where=where,
        remedy=Bilingual("写月数", "write a number of months"),
    )


def _drawn(one: PoolCourse, capital: float) -> str:
    """The balance month by month as the path of a drawing, the capital at its top."""
    most = max([capital, *(m.balance for m in one.months)]) or 1.0
    step = _WIDTH / max(len(one.months), 1)
    points = [(0.0, _HEIGHT * (1 - capital / most))]
    points += [
        (step * n, _HEIGHT * (1 - month.balance / most)) for n, month in enumerate(one.months, 1)
    ]
    return "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _line(one: PoolCourse) -> dict[str, Any]:
    return {
        "情形": one.name,
        "用完": f"{one.depleted:%Y-%m}" if one.depleted else "没有",
        "熔断": f"{one.breaker_from:%Y-%m}" if one.breaker_from else "没有",
        **{f"{word.zh}（元）": getattr(one, name) for name, word in SUMS},
    }
