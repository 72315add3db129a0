"""`ceyuan credit simulate`: what becomes of a loss pool if loans go bad."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ceyuan.model.bilingual import Bilingual, in_language
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.command import POLICY, Command
from ceyuan.surfaces.cli.screen import new_table, note, out, print_json, print_line, words

if TYPE_CHECKING:
    from fractions import Fraction

    from ceyuan.engines.pools import Course, MonthOfPool, Scenario
    from ceyuan.journeys.credit import LoanBook, Sharing

#: Rows left out that are listed on the screen.
_SHOWN = 10


class CreditQuestion(StrEnum):
    """What can be asked about credit."""

    SIMULATE = "simulate"


def credit(
    question: Annotated[
        CreditQuestion,
        typer.Argument(metavar="simulate", help=say("simulate：测算", "simulate: a forecast")),
    ],
    capital: Annotated[
        str, typer.Option(metavar="元", help=say("资金池规模，如 5000万", "capital of the pool"))
    ],
    default: Annotated[
        list[str],
        typer.Option(
            metavar="NAME=RATE[,RATE…]",
            help=say(
                "情形：每月到期本金的违约率，末一个延续；可写多次",
                "a scenario: share of what falls due each month that is lost; may be repeated",
            ),
        ),
    ],
    loans: Annotated[
        Path | None, typer.Option(metavar="FILE", help=say("贷款台账", "a list of loans"))
    ] = None,
    lending: Annotated[
        str, typer.Option(metavar="元", help=say("每月新增贷款", "lent anew every month"))
    ] = "",
    lending_months: Annotated[
        int, typer.Option(min=1, max=240, help=say("新增持续几个月", "for how many months"))
    ] = 12,
    term: Annotated[
        int, typer.Option(min=1, max=240, help=say("新增贷款期限（月）", "term of new loans"))
    ] = 12,
    recovery: Annotated[
        str, typer.Option(metavar="RATE", help=say("追偿比例", "share of a loss got back"))
    ] = "0",
    recovery_months: Annotated[
        int, typer.Option(min=1, max=240, help=say("几个月后追回", "months until then"))
    ] = 12,
    breaker: Annotated[
        str,
        typer.Option(
            metavar="RATE",
            help=say(
                "累计补偿占累计放款达到此比例即熔断；不写为没有",
                "no new loans once the pool has paid this share of all lent; none if not given",
            ),
        ),
    ] = "",
    programme: Annotated[
        str, typer.Option(metavar="NAME", help=say("分担损失的政策", "programme sharing losses"))
    ] = "",
    start: Annotated[
        str, typer.Option("--from", metavar="DATE", help=say("从哪月起", "first month"))
    ] = "",
    months: Annotated[
        int, typer.Option(min=0, max=600, help=say("测算几个月；0 到末笔追偿", "months; 0 for all"))
    ] = 0,
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """When the pool runs dry, and what city, district and bank bear, in each scenario."""
    from datetime import date

    from ceyuan.authoring.typed_amount import read_share, read_yuan
    from ceyuan.catalogue import load_catalogue
    from ceyuan.engines.pools import PoolTerms
    from ceyuan.journeys.assess import OWN_VALUES
    from ceyuan.journeys.credit import (
        LoanBook,
        planned_loans,
        read_loans,
        sharing_of,
        simulate_pool,
    )
    from ceyuan.journeys.incoming import open_file
    from ceyuan.office import Settings
    from ceyuan.surfaces.cli.day import read_day

    day = read_day(start, "--from") if start else date.today()
    scenarios = [_scenario(one) for one in default]
    settings = Settings()
    catalogue = load_catalogue(settings.district)
    own = (asked().home or settings.home) / OWN_VALUES
    item, sharing = sharing_of(catalogue, programme, day, own)
    terms = PoolTerms(
        read_yuan(capital, "--capital"),
        sharing.compensation,
        sharing.municipal,
        read_share(recovery, "--recovery"),
        recovery_months,
        read_share(breaker, "--breaker") if breaker else None,
    )
    book = read_loans(catalogue, item, open_file(loans)) if loans else LoanBook(())
    new = read_yuan(lending, "--lending") if lending else 0
    whole = book.loans + (planned_loans(new, day, lending_months, term) if new else ())
    courses = simulate_pool(whole, terms, scenarios, day, months or None)
    if json:
        print_json(_plain(courses, sharing, book))
    else:
        _show(courses, sharing)
        _tell_left_out(book)
    return 1 if any(one.depleted for one in courses) else 0


def _scenario(given: str) -> "Scenario":
    """NAME=RATE[,RATE…]; a bare list of rates is its own name."""
    from ceyuan.authoring.typed_amount import read_share
    from ceyuan.engines.pools import Scenario

    name, equals, rates = given.rpartition("=")
    shares: tuple[Fraction, ...] = tuple(
        read_share(one, "--default") for one in rates.replace("，", ",").split(",")
    )
    return Scenario((name.strip() if equals else "") or given, shares)


def _show(courses: "tuple[Course, ...]", sharing: "Sharing") -> None:
    table = new_table(say("资金池测算（元）", "the pool, in yuan"))
    table.add_column("")
    for one in courses:
        table.add_column(words(one.scenario.name), justify="right")
    for title, amount in (
        (say("到期本金", "fell due"), "fell_due"),
        (say("违约本金", "lost"), "lost"),
        (say("资金池补偿", "paid by the pool"), "paid"),
        (say("　市级承担", "  city"), "municipal"),
        (say("　区级承担", "  district"), "district"),
        (say("银行承担", "borne by the bank"), "bank"),
        (say("　其中应补未补", "  claims unpaid"), "unpaid"),
        (say("未能新增的贷款", "new loans refused"), "refused"),
    ):
        table.add_row(title, *(_yuan(one.total(amount)) for one in courses))
    table.add_row(say("追回归资金池", "back to the pool"), *(_yuan(_back(one)) for one in courses))
    table.add_row(
        say("期末余额", "left at the end"), *(_yuan(one.months[-1].balance) for one in courses)
    )
    never = say("没有", "never")
    table.add_row(
        say("熔断", "breaker on"),
        *(f"{one.breaker_from:%Y-%m}" if one.breaker_from else never for one in courses),
    )
    table.add_row(
        say("耗尽", "runs dry"),
        *(
            words(f"{one.depleted:%Y-%m}", style="bold red") if one.depleted else words(never)
            for one in courses
        ),
    )
    out().print(table)
    for source in sharing.sources:
        print_line(source, "dim")


def _tell_left_out(book: "LoanBook") -> None:
    language = asked().language
    if book.left_out:
        n = len(book.left_out)
        note(say(f"{n} 笔贷款缺少数据，没有计入：", f"{n} loans lack data and are left out:"))
        for one in book.left_out[:_SHOWN]:
            note(f"  {in_language(one, language)}")


def _plain(
    courses: "tuple[Course, ...]", sharing: "Sharing", book: "LoanBook"
) -> dict[str, object]:
    return {
        "programme": sharing.programme,
        "sources": list(sharing.sources),
        "loans": len(book.loans),
        "left_out": [in_language(one, asked().language) for one in book.left_out],
        "scenarios": [
            {
                "name": one.scenario.name,
                "depleted": one.depleted and f"{one.depleted:%Y-%m}",
                "breaker_from": one.breaker_from and f"{one.breaker_from:%Y-%m}",
                "lost": one.total("lost") / 100,
                "paid": one.total("paid") / 100,
                "municipal": one.total("municipal") / 100,
                "district": one.total("district") / 100,
                "bank": one.total("bank") / 100,
                "unpaid": one.total("unpaid") / 100,
                "refused": one.total("refused") / 100,
                "back": _back(one) / 100,
                "balance": one.months[-1].balance / 100,
                "months": [_plain_month(month) for month in one.months],
            }
            for one in courses
        ],
    }


def _plain_month(one: "MonthOfPool") -> dict[str, object]:
    amounts = {
        name: getattr(one, name) / 100
        for name in (
            *("lent", "refused", "fell_due", "lost", "claimed", "municipal", "district", "bank"),
            *("back_municipal", "back_district", "back_bank", "balance", "outstanding"),
        )
    }
    return {"month": f"{one.month:%Y-%m}", **amounts, "breaker": one.breaker}


def _back(course: "Course") -> int:
    return course.total("back_municipal") + course.total("back_district")


def _yuan(fen: int) -> str:
    return f"{fen / 100:,.2f}"


COMMAND = Command(
    "credit",
    Bilingual(
        "风险资金池测算：何时耗尽、谁承担多少", "a loss pool: when it runs dry, who bears what"
    ),
    credit,
    POLICY,
    60,
    ("credit simulate --capital 5000万 --lending 800万 --default 平稳=1% --default 恶化=2%,5%,8%",),
)
