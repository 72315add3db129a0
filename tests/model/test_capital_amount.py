from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.model.capital_amount import parse_capital_amount
from ceyuan.model.numeral import print_numeral
from ceyuan.model.printed_quantity import parse_quantity
from ceyuan.model.quantity import Quantity


@pytest.mark.parametrize(
    ("printed", "amount"),
    [
        ("壹仟贰佰元伍角叁分", "1200.53"),
        ("人民币叁万元整", "30000"),
        ("叁仟元零伍分", "3000.05"),
        ("壹亿贰仟万圆整", "120000000"),
        ("伍角", "0.5"),
    ],
)
def test_money_written_out_in_full_is_read_to_the_fen(printed, amount):
    assert parse_capital_amount(printed) == Decimal(amount)


@pytest.mark.parametrize("printed", ["", "整", "人民币", "3元5角", "壹佰", "三分之一", "十百元"])
def test_anything_else_is_none(printed):
    assert parse_capital_amount(printed) is None


def test_a_cell_may_hold_money_written_out_in_full():
    assert parse_quantity("壹仟贰佰元伍角叁分") == Quantity(Decimal("1200.53"), "元")


@given(st.integers(1, 10**14))
def test_every_amount_in_fen_reads_back(fen):
    yuan, rest = divmod(fen, 100)
    jiao, fen_left = divmod(rest, 10)
    written = f"{print_numeral(yuan)}元" if yuan else ""
    written += f"{print_numeral(jiao)}角" if jiao else ""
    written += f"{print_numeral(fen_left)}分" if fen_left else ""
    capitals = str.maketrans("一二三四五六七八九十百千万亿", "壹贰叁肆伍陆柒捌玖拾佰仟萬億")

    assert parse_capital_amount(written.translate(capitals)) == Decimal(fen) / 100
