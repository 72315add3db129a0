"""Awards of city and district, worked out together over a plain workbook of invented firms."""

import io
from datetime import date

import pytest
import xlsxwriter

from ceyuan.catalogue import Catalogue, load_catalogue
from ceyuan.journeys.assess import Assessed, assess_table
from ceyuan.journeys.incoming import Incoming
from ceyuan.journeys.together import holds_in, together

ON = date(2025, 6, 1)
HEAD = [
    "企业名称",
    "2024年研发费用（万元）",
    "2023年研发费用（万元）",
    "高新技术企业",
    "高新技术企业证书取得时间",
    "in_reserve_scope",
    "registered_in_city",
    "legal_person",
    "reserve_system_filed",
]
AWARDS = ["rd_reserve_subsidy", "yunxiu_rd_award", "yunxiu_high_tech_award"]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def assessed(catalogue: Catalogue, *rows: list[object]) -> Assessed:
    sink = io.BytesIO()
    with xlsxwriter.Workbook(sink, {"in_memory": True}) as book:
        sheet = book.add_worksheet("企业")
        for number, row in enumerate([HEAD, *rows]):
            sheet.write_row(number, 0, row)
    return assess_table(catalogue, AWARDS, Incoming("企业.xlsx", sink.getvalue()), on=ON)


def test_of_city_subsidy_and_district_award_for_the_same_cost_the_higher_is_paid(
    catalogue: Catalogue,
) -> None:
    firm = ["虚构甲公司", 2000, 1500, "否", None, "是", "是", "是", "是"]

    (one,) = together(assessed(catalogue, firm), catalogue.stacking)

    paid = {grant.programme: (grant.alone, grant.paid) for grant in one.grants}
    assert paid == {
        "rd_reserve_subsidy": (950_000_00, 950_000_00),
        "yunxiu_rd_award": (250_000_00, 0),
    }
    assert (one.alone, one.paid) == (1_200_000_00, 950_000_00)


def test_a_cap_on_the_total_cuts_the_one_named_last_and_says_why(catalogue: Catalogue) -> None:
    firm = ["虚构乙公司", 3000, 1000, "是", "2024-11-28", "否", "是", "是", "否"]

    (one,) = together(assessed(catalogue, firm), catalogue.stacking)

    paid = {grant.programme: grant for grant in one.grants}
    assert paid["yunxiu_high_tech_award"].paid == 200_000_00
    assert (paid["yunxiu_rd_award"].alone, paid["yunxiu_rd_award"].paid) == (
        500_000_00,
        400_000_00,
    )
    assert "第七条" in paid["yunxiu_rd_award"].because[0]


def test_an_award_that_cannot_be_determined_is_named_and_not_taken_for_nothing(
    catalogue: Catalogue,
) -> None:
    firm = ["虚构丙公司", 800, None, "否", None, "是", "是", "是", "是"]

    (one,) = together(assessed(catalogue, firm), catalogue.stacking)

    assert set(one.unknown) == {"rd_reserve_subsidy", "yunxiu_rd_award"}
    assert one.grants == ()


def test_without_rules_everything_is_paid_as_it_stands(catalogue: Catalogue) -> None:
    firm = ["虚构甲公司", 2000, 1500, "否", None, "是", "是", "是", "是"]

    (one,) = together(assessed(catalogue, firm), ())

    assert one.paid == one.alone == 1_200_000_00


@pytest.mark.parametrize(
    ("jurisdiction", "place", "holds"),
    [
        ("", "500120", True),
        ("500000", "500120", True),
        ("500120", "500120", True),
        ("500103", "500120", False),
        ("360100", "360103", True),
        ("360100", "500120", False),
        ("500120", "500000", False),
    ],
)
def test_a_programme_holds_in_its_place_and_in_those_within(
    jurisdiction: str, place: str, holds: bool
) -> None:
    assert holds_in(jurisdiction, place) is holds
