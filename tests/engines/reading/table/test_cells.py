"""Truths, codes, names, choices and several values in one cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.engines.reading.table.cells.amount import read_amount
from ceyuan.engines.reading.table.cells.choice import read_choice
from ceyuan.engines.reading.table.cells.code import read_code
from ceyuan.engines.reading.table.cells.day import read_day
from ceyuan.engines.reading.table.cells.name import former_names, read_name
from ceyuan.engines.reading.table.cells.several import split_values
from ceyuan.engines.reading.table.cells.truth import read_truth
from ceyuan.engines.reading.table.grid import tidy
from ceyuan.engines.reading.table.joint import split_joint
from ceyuan.model.kind import Field, FieldType

LEVEL = Field(
    "level",
    "级别",
    "level",
    FieldType.CHOICE,
    choices={"national": ("国家级",), "local": ("市级", "省级")},
)


def truth(value):
    outcome = read_truth(value, tidy(value))
    return outcome.values[0] if outcome.values else None


@pytest.mark.parametrize(
    "printed",
    [
        "是",
        "√",
        "✔",
        "☑",
        "Y",
        "yes",
        "有",
        "1",
        1,
        True,
        "☑是 □否",
        "是√ 否□",
        "是（√）否（ ）",
        "■是□否",
        "是（2022年）",
    ],
)
def test_yes_in_all_its_spellings(printed):
    assert truth(printed) is True


@pytest.mark.parametrize(
    "printed", ["否", "×", "N", "no", "无", "0", 0, False, "□是 ☑否", "是□ 否√", "□", "未开放"]
)
def test_no_in_all_its_spellings(printed):
    assert truth(printed) is False


@pytest.mark.parametrize("printed", ["", "—", "/", "不详", None])
def test_a_blank_is_unknown_and_never_no(printed):
    assert truth(printed) is None
    assert read_truth(printed, tidy(printed)).findings == ()


@pytest.mark.parametrize("printed", ["部分", "□是 □否", "☑是 ☑否", "3家"])
def test_what_is_neither_yes_nor_no_is_told(printed):
    assert truth(printed) is None
    assert [f.code for f in read_truth(printed, printed).findings] == ["neither_yes_nor_no"]


@pytest.mark.parametrize("stored", [2.023500227080001e17, "9.15002E+17", 915002270000000000])
def test_a_code_the_spreadsheet_turned_into_a_number_is_told_and_never_guessed(stored):
    outcome = read_code(stored, tidy(stored))

    assert outcome.values == ()
    assert [f.code for f in outcome.findings] == ["damaged_number"]


def test_spaces_in_a_code_close_and_a_short_number_is_whole():
    assert read_code("2025 9901 01 000125", "2025 9901 01 000125").values == (
        "202599010100 0125".replace(" ", ""),
    )
    assert read_code(7900, "7900").values == ("7900",)


def test_a_credit_code_with_a_wrong_check_character_is_kept_and_doubted():
    outcome = read_code("91500120123456788H", "91500120123456788H", credit=True)

    assert outcome.values == ("91500120123456788H",)
    assert [f.code for f in outcome.findings] == ["wrong_check_character"]


def test_a_good_credit_code_is_read_in_any_width_and_case():
    for printed in (
        "91500120123456788G",
        "91500120123456788g",
        "９１５００１２０１２３４５６７８８Ｇ",
        "91500120-123456788G",
    ):
        outcome = read_code(printed, tidy(printed), credit=True)

        assert outcome.values == ("91500120123456788G",)
        assert outcome.findings == ()


def test_words_are_no_credit_code():
    assert [f.code for f in read_code("办理中", "办理中", credit=True).findings] == [
        "not_a_credit_code"
    ]


def test_names_lose_what_nobody_meant():
    assert read_name("企 业 名 称").name == "企业名称"
    assert read_name("云岫澄光\n传感技术有限公司 ").name == "云岫澄光传感技术有限公司"
    assert read_name("渝泽新材料(云岫)有限公司").name == "渝泽新材料（云岫）有限公司"
    assert read_name("3、云岫澄光传感技术有限公司").name == "云岫澄光传感技术有限公司"


def test_latin_names_keep_their_spaces():
    assert read_name("GLOBAL S 09.15.08").name == "GLOBAL S 09.15.08"
    assert read_name("X射线衍射仪 XRD").name == "X射线衍射仪 XRD"


@pytest.mark.parametrize(
    "printed",
    [
        "云岫翊宁光学股份有限公司（原云岫翊宁玻璃厂）",
        "云岫翊宁光学股份有限公司(曾用名：云岫翊宁玻璃厂)",
        "云岫翊宁光学股份有限公司（原名云岫翊宁玻璃厂）",
    ],
)
def test_a_former_name_in_brackets_is_taken_out(printed):
    name = read_name(printed)

    assert (name.name, name.former) == ("云岫翊宁光学股份有限公司", ("云岫翊宁玻璃厂",))


@pytest.mark.parametrize(
    "note",
    ["原名：云岫翊宁玻璃厂", "由云岫翊宁玻璃厂更名而来", "2021年更名，曾用名“云岫翊宁玻璃厂”"],
)
def test_a_former_name_in_a_remark_is_found(note):
    assert former_names(note) == ("云岫翊宁玻璃厂",)


@pytest.mark.parametrize("note", ["补录", "原因不明", "重复", "2021年入库"])
def test_a_remark_about_something_else_names_nobody(note):
    assert former_names(note) == ()


def test_a_sole_trader_says_so():
    assert read_name("云岫三合机电经营部（个体工商户）").sole_trader


def test_a_stray_letter_is_seen_and_kept():
    name = read_name("a云岫澄光传感技术有限公司")

    assert (name.name, name.stray) == ("a云岫澄光传感技术有限公司", "a")


def test_several_values_come_apart():
    assert split_values("2022年,2019年") == ("2022年", "2019年")
    assert split_values("1.高新技术企业 2.瞪羚企业") == ("高新技术企业", "瞪羚企业")
    assert split_values("装备类别：成套装备::拟认定档次：国际首台（套）") == (
        "装备类别：成套装备",
        "拟认定档次：国际首台（套）",
    )
    assert split_values("洛某 庄某", people=True) == ("洛某", "庄某")


def test_separators_inside_brackets_do_not_part_values():
    assert split_values("专精特新（市级、2022）、瞪羚") == ("专精特新（市级、2022）", "瞪羚")


def test_a_choice_is_known_by_its_spellings_and_nothing_else():
    assert read_choice("国家级", LEVEL).values == ("national",)
    assert read_choice("省级重点", LEVEL).values == ("local",)
    assert read_choice("□国家级 ☑市级", LEVEL).values == ("local",)
    assert [f.code for f in read_choice("乡级", LEVEL).findings] == ["not_a_choice"]


NAME, ENGLISH = Field("name", "名称", "name"), Field("name_en", "英文名称", "English name")
MAKER, COUNTRY = Field("maker", "厂商", "maker"), Field("country", "国别", "country")
PERSON, PHONE = (
    Field("contact", "联系人", "contact"),
    Field("phone", "电话", "phone", personal=True),
)


def test_two_languages_in_one_cell_come_apart():
    def languages(text):
        return split_joint(text, (NAME, ENGLISH), foreign=True)

    assert languages("扫描电镜\nScanning Microscope") == ("扫描电镜", "Scanning Microscope")
    assert languages("衍射仪 XRD") == ("衍射仪", "XRD")
    assert languages("质谱仪（ICP-MS）") == ("质谱仪（ICP-MS）", "")
    assert languages("质谱仪（Mass Spectrometer）") == ("质谱仪", "Mass Spectrometer")
    assert languages("电池测试系统") == ("电池测试系统", "")


def test_maker_and_country_come_apart():
    for text in ("示例厂（某国）", "示例厂(某国)", "示例厂/某国", "示例厂\n某国"):
        assert split_joint(text, (MAKER, COUNTRY)) == ("示例厂", "某国")


def test_person_and_telephone_come_apart():
    assert split_joint("洛某 000-1234567", (PERSON, PHONE)) == ("洛某", "000-1234567")


@given(st.text(max_size=40))
def test_no_text_breaks_any_reader(text):
    said = tidy(text)
    read_truth(text, said)
    read_code(text, said, credit=True)
    read_name(said)
    former_names(said)
    split_values(said)
    read_choice(said, LEVEL)
    split_joint(said, (NAME, ENGLISH), foreign=True)
    split_joint(said, (PERSON, PHONE))


@pytest.mark.parametrize(
    "printed", ["（原" * 9_000, "1," * 9_000, "2021-" * 9_000, "是□否☑" * 9_000]
)
def test_a_passage_in_a_cell_is_no_amount_no_day_and_no_truth(printed):
    assert read_amount(printed, printed, unit="万元", base="元").values == ()
    assert read_day(printed, printed).values == ()
    assert read_truth(printed, printed).values == ()
