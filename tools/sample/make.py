"""Make the sample district: documents, registers, and what a reader should find in them.

    uv run --with xlwt python tools/sample/make.py src/ceyuan_district/sample

Everything is drawn from fixed seeds: making it twice gives the same bytes. Two files are kept
as they are: the PDF (printed by a browser, see print_pdf.py), and the .xls where xlwt is not at
hand.
"""

import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from marked import Stated, stated_in
from registers_declared import declarations
from registers_enterprises import high_tech_enterprises, tech_enterprises, tech_smes, yearly_figures
from registers_high_tech import high_tech_applications
from registers_incubation import incubator_evaluations, incubators
from registers_knowledge import alliance, open_licences, patents, talents
from registers_listing import star_board_evaluations
from registers_money import contracts, funds, loans, projects
from registers_points import credit_grades, innovation_indicators
from registers_research import institutes, instruments, platforms, sharing_reviews
from registers_self_evaluation import self_evaluations
from registers_specialised import quality_smes, specialised_applications
from registers_tax import collected_rd, exempt_contracts, technology_transfers

from documents import SAMPLES

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Register:
    """A register of the sample: its file, kind, what makes it, rows it holds, a note, its day."""

    file: str
    kind: str
    make: Callable[[], bytes]
    rows: int
    note: str
    published: str = "2026-01-05"


REGISTERS = (
    Register(
        "科技型企业库.xlsx",
        "enterprise",
        tech_enterprises,
        310,
        "截至2025年底在库企业；另有退库 31 家",
    ),
    Register(
        "高新技术企业名册.xlsx", "enterprise", high_tech_enterprises, 117, "有效 107，2025年过期 10"
    ),
    Register("科技型中小企业名单_2025.xls", "enterprise", tech_smes, 165, "两批；旧式 .xls"),
    Register(
        "企业年度主要指标.xlsx", "enterprise", yearly_figures, 120, "2023—2025年三张表，单位不一"
    ),
    Register(
        "企业申报承诺事项.xlsx", "enterprise", declarations, 109, "是否题，少数未答；另有净资产"
    ),
    Register("研发平台清单.xlsx", "platform", platforms, 84, "国家级 3、市级 34、区级 47"),
    Register("新型研发机构一览.xlsx", "institute", institutes, 12, "一览表与一张竖式登记表"),
    Register(
        "孵化载体与在孵企业.xlsx",
        "incubator",
        incubators,
        13,
        "一张表上三段：载体 13、在孵 129、毕业 61",
    ),
    Register("大型科研仪器清单.xlsx", "instrument", instruments, 46, "合并单元格，原值单位混杂"),
    Register("专利导出.csv", "patent", patents, 260, "GB18030，首列无标题，单元格内换行"),
    Register("知识价值信用贷款台账.xlsx", "loan", loans, 124, "合计 28140 万元"),
    Register("资金池.csv", "fund", funds, 6, "单位写在单元格里"),
    Register(
        "技术合同登记_2025.xlsx",
        "technology_contract",
        contracts,
        252,
        "合计 50700 万元；1—11月 231 项 46100 万元",
    ),
    Register("重点项目承诺台账.xlsx", "project", projects, 12, "两级表头：承诺与实际"),
    Register("高层次人才名册.xlsx", "talent", talents, 43, "市级及以上"),
    Register("产业技术创新联盟.csv", "alliance", alliance, 22, "UTF-8 带 BOM"),
    # What firms declared and filed in 2026, for programmes to be asked about.
    Register(
        "高新技术企业申报汇总_2026.xlsx",
        "enterprise",
        high_tech_applications,
        204,
        "两级表头；申报表与专家评分表各 102 行，评分未齐",
        "2026-10-23",
    ),
    Register(
        "科技型中小企业自评_2026.xlsx",
        "enterprise",
        self_evaluations,
        64,
        "年度指标表以外的企业；少数题未答",
        "2026-05-20",
    ),
    Register(
        "优质中小企业名单.xlsx",
        "enterprise",
        quality_smes,
        106,
        "一张表上三份名单：6、26、74 家，逐级包含",
        "2026-04-10",
    ),
    Register(
        "专精特新申报汇总_2026.xlsx",
        "enterprise",
        specialised_applications,
        94,
        "2026年办法；专精特新 66、小巨人 22、小巨人复核 6，评审意见未齐",
        "2026-06-18",
    ),
    Register(
        "科创属性自评_2026.xlsx",
        "enterprise",
        star_board_evaluations,
        32,
        "上市后备企业；3 家例外情形未答",
        "2026-09-10",
    ),
    Register(
        "研发费用加计扣除归集_2025.xlsx",
        "enterprise",
        collected_rd,
        92,
        "金额单位元；合计等于年度指标表的研发费用",
        "2026-06-08",
    ),
    Register(
        "技术转让所得备案_2025.xlsx",
        "enterprise",
        technology_transfers,
        18,
        "个别金额带单位",
        "2026-06-08",
    ),
    Register(
        "创新积分指标采集_2025.xlsx",
        "enterprise",
        innovation_indicators,
        73,
        "三级指标分组表头；1 家两次报送",
        "2026-07-20",
    ),
    Register(
        "知识价值信用评价结果.csv",
        "enterprise",
        credit_grades,
        118,
        "GB18030；一个代码校验不符",
        "2026-04-08",
    ),
    Register(
        "孵化载体年度自评_2025.xlsx",
        "incubator",
        incubator_evaluations,
        13,
        "孵化器 5、众创空间 8，一家多报",
        "2026-03-20",
    ),
    Register(
        "专利开放许可声明_2026.xlsx", "patent", open_licences, 33, "与专利导出同号", "2026-05-12"
    ),
    Register(
        "仪器开放共享考核_2025.xlsx",
        "institute",
        sharing_reviews,
        6,
        "六家机构；一家考核中",
        "2026-03-10",
    ),
    Register(
        "技术合同免税备查_2025.xlsx",
        "technology_contract",
        exempt_contracts,
        96,
        "与技术合同登记同号",
        "2026-02-10",
    ),
)


def main(target: Path) -> None:
    """Write the sample into `target`."""
    for folder in ("documents", "registers"):
        (target / folder).mkdir(parents=True, exist_ok=True)
    for sample in SAMPLES:
        if not sample.file.endswith(".pdf"):
            (target / "documents" / sample.file).write_bytes(sample.bytes())
    for one in REGISTERS:
        if one.file.endswith(".xls") and find_spec("xlwt") is None:
            print(f"kept as it is, xlwt is not installed: {one.file}", file=sys.stderr)
            continue
        (target / "registers" / one.file).write_bytes(one.make())
    (target / "sample.toml").write_text(sample_toml(), encoding="utf-8")
    (target / "expected.toml").write_text(expected_toml(), encoding="utf-8")


def sample_toml() -> str:
    """The list of files with what the person who files them knows."""
    out = [
        "# 示范区文件清单，由 tools/sample/make.py 生成。全部虚构。",
        "# published：交存时已知的日期；空则由文中读取，读不到即未知。",
        'district = "990101"',
        "invented = true",
        "",
    ]
    for sample in SAMPLES:
        printed = bool(sample.published)
        out += [
            "[[file]]",
            f"path = {_quoted('documents/' + sample.file)}",
            f"genre = {_quoted(sample.genre)}",
            f"damage = {_quoted(sample.damage)}",
            f"publisher = {_quoted('' if printed else sample.publisher)}",
            f"published = {_quoted(sample.given)}",
            "",
        ]
    for one in REGISTERS:
        out += [
            "[[file]]",
            f"path = {_quoted('registers/' + one.file)}",
            'genre = "登记簿"',
            f"kind = {_quoted(one.kind)}",
            f"damage = {_quoted(one.note)}",
            'publisher = "云岫区科技局"',
            f"published = {_quoted(one.published)}",
            "",
        ]
    return "\n".join(out)


def expected_toml() -> str:
    """What each file states, and the planted disagreements."""
    out = ["# 每份文件应当读出的内容，由 tools/sample/make.py 生成。", ""]
    for sample in SAMPLES:
        out += [
            "[[document]]",
            f"file = {_quoted(sample.file)}",
            f"title = {_quoted(sample.title)}",
            f"publisher = {_quoted(sample.publisher)}",
            f"published = {_quoted(sample.published or sample.given)}",
            "facts = [",
            *(f"  {_fact(stated)}," for stated in stated_in(sample.marked, sample.aims_after)),
            "]",
            "",
        ]
    for one in REGISTERS:
        out += [
            "[[register]]",
            f"file = {_quoted(one.file)}",
            f"kind = {_quoted(one.kind)}",
            f"rows = {one.rows}",
            f"note = {_quoted(one.note)}",
            "",
        ]
    return "\n".join(out) + "\n" + (HERE / "planted.toml").read_text(encoding="utf-8")


def _fact(stated: Stated) -> str:
    fields = {
        "property": stated.property,
        "subject": stated.subject,
        "period": stated.period,
        "measure": stated.measure,
        "value": stated.misprinted or stated.value,
        "unit": stated.unit,
        "standing": stated.standing,
        "passage": stated.passage,
        "planted": stated.planted,
        "meant": stated.value if stated.misprinted else "",
    }
    return "{ " + ", ".join(f"{k} = {_quoted(v)}" for k, v in fields.items() if v) + " }"


def _quoted(said: str) -> str:
    written = said.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{written}"'


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    tomllib.loads((Path(sys.argv[1]) / "expected.toml").read_text(encoding="utf-8"))
