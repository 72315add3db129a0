"""The R&D deduction of a firm's own table: the costs of a year by the rates of that year."""

from datetime import date

import pytest

from ceyuan.catalogue import load_catalogue
from ceyuan.journeys.assess import assess_table
from ceyuan.journeys.incoming import Incoming

HEAD = "企业名称,{y}年人员人工、直接投入、折旧、无形资产摊销、新产品设计等费用（第1至5项合计）（元）,{y}年其他相关费用（元）"
HEAD += ",{y}年委托境内机构或个人研发的实际支出（元）,{y}年委托境外机构研发的实际支出（元）"
HEAD += ",制造业企业（主营业务收入占收入总额超过50%）,是否科技型中小企业"
HEAD += ",列入清单的集成电路企业或工业母机企业"
ROW = "虚构甲公司,{cost},0,0,0,{manufacturing},否,{chips}"


@pytest.mark.parametrize(
    ("year", "manufacturing", "chips", "rate"),
    [
        (2021, "否", "否", 0.75),
        (2021, "是", "否", 1.0),
        (2023, "否", "否", 1.0),
        (2023, "否", "是", 1.2),
        (2027, "否", "是", 1.2),
        (2028, "否", "是", 1.0),
    ],
)
def test_costs_of_a_year_settled_in_the_next_are_deducted_at_the_rate_of_the_year(
    year: int, manufacturing: str, chips: str, rate: float
) -> None:
    text = "\n".join(
        [HEAD.format(y=year), ROW.format(cost=1_000_000, manufacturing=manufacturing, chips=chips)]
    )
    file = Incoming("归集表.csv", text.encode())

    assessed = assess_table(
        load_catalogue(), ["rd_super_deduction"], file, on=date(year + 1, 5, 31)
    )

    ((_, answer),) = assessed.each()
    assert answer.values["rate"] == rate
    assert answer.values["extra_deduction"] == 1_000_000 * rate
