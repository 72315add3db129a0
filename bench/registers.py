"""How long a register of 5,000 rows takes to rehearse against a ledger that holds last year's.

    python bench/registers.py [--rows N] [--short]

The workbook is made here (invented firms, twenty columns, the usual mess in one row of twenty). Last
year's edition is kept first, so that every row has something to be compared with. Printed: seconds
from bytes to the finished rehearsal in a warm process, of which reading and comparing; seconds to
hand the workbook back with remarks; seconds to keep it; peak memory of the process.
"""

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

from openpyxl import Workbook

from ceyuan.journeys.incoming import Incoming
from ceyuan.journeys.reading_desk import ReadingDesk
from ceyuan.journeys.receive import receive
from ceyuan.journeys.registers import handed_back, rehearse_register
from ceyuan.model.credit_code import ALPHABET, check_character
from ceyuan.office import Office

T = TypeVar("T")
MARK_SECONDS = 5.0
HEADINGS = (
    "序号 企业名称 统一社会信用代码 成立日期 所属镇街 所属行业 注册资本（万元） {y}年营业收入（万元） "
    "{y}年研发费用（万元） {y}年净利润（万元） {y}年末资产总额（万元） {y}年末职工总数 {y}年末研发人员数 "
    "有效发明专利数 实用新型专利数 软件著作权数 是否高新技术企业 是否科技型中小企业 入库时间 备注"
)


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--rows", type=int, default=5_000)
    asked.add_argument("--short", action="store_true", help="500 rows, for CI")
    given = asked.parse_args()
    rows = 500 if given.short else given.rows
    now = datetime(2025, 1, 20, tzinfo=UTC)
    last, this = (Incoming(f"名册{y}.xlsx", workbook(y, rows)) for y in (2023, 2024))
    with (
        tempfile.TemporaryDirectory() as folder,
        Office.open(Path(folder), package="ceyuan_district") as office,
    ):
        desk = ReadingDesk(office.catalogue)
        _, kept = timed(lambda: receive(office, [last], now=now, keep=True))
        core = time.process_time()
        reading, read = timed(lambda: desk.read(this.content, this.name))
        trial, compared = timed(lambda: rehearse_register(office, reading, desk))
        core = time.process_time() - core
        _, handed = timed(lambda: handed_back(trial, this))
    total = read + compared
    print(f"rows {rows}, claims {len(reading.claims)}, problems {len(trial.problems)}")
    print("fates " + ", ".join(f"{name} {n}" for name, n in trial.counts.items() if n))
    print(f"rehearsal {total:.2f} s (reading {read:.2f}, comparing {compared:.2f})")
    print(f"of it {core:.2f} s of one core, the rest waiting for other work on the machine")
    print(f"handed back with remarks {handed:.2f} s; last year's edition kept in {kept:.2f} s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    if rows == 5_000:
        print(f"mark {MARK_SECONDS:.0f} s: {'met' if total <= MARK_SECONDS else 'MISSED'}")


def timed(act: Callable[[], T]) -> tuple[T, float]:
    began = time.perf_counter()
    result = act()
    return result, time.perf_counter() - began


def workbook(year: int, rows: int) -> bytes:
    """A register of invented firms at the end of a year; one row in twenty is messy."""
    chance = random.Random(year)
    steady = random.Random(7)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("名册")
    sheet.append([f"云岫区科技型企业名册（截至{year}年12月31日）"])
    sheet.append(HEADINGS.format(y=year).split())
    for number in range(1, rows + 1):
        sheet.append(_row(number, chance, steady))
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _row(number: int, chance: random.Random, steady: random.Random) -> list[Any]:
    body = "91990101MA" + "".join(steady.choice(ALPHABET) for _ in range(7))
    code: Any = body + check_character(body)
    founded: Any = f"20{steady.randint(10, 22)}-{steady.randint(1, 12):02d}-15"
    revenue: Any = round(chance.uniform(100, 9_000), 2)
    staff: Any = chance.randint(5, 300)
    if number % 20 == 0:
        founded = steady.choice(["2021-13-01", "二〇一九年三月", 43617, "2018.6"])
        revenue = chance.choice(["约500", "（35.2）", "285000元", "面议", "1,234.5"])
        staff = chance.choice(["１２", "—", -3, "45人"])
        code = chance.choice([code, 9.199e17, code[:-1] + "0"])
    return [
        number,
        f"云岫{number:05d}号智能科技有限公司",
        code,
        founded,
        chance.choice(["云台街道", "岫泉街道", "砚台镇"]),
        steady.choice(["仪器仪表制造", "软件开发", "新材料"]),
        steady.randint(50, 5_000),
        revenue,
        round(chance.uniform(1, 500), 2),
        chance.choice([12.5, "(3.2)", "—", 88]),
        chance.randint(100, 99_999),
        staff,
        chance.randint(0, 5),
        chance.randint(0, 9),
        chance.randint(0, 20),
        chance.randint(0, 20),
        chance.choice("是否√×"),
        chance.choice(["是", "否", None]),
        f"20{steady.randint(20, 22)}年{steady.randint(1, 12)}月",
        None,
    ]


if __name__ == "__main__":
    main()
