"""Sentences broken over lines and columns are whole again; headings and lists keep their lines."""

import pytest
from reading_damage import CLEAN, in_a_column

from ceyuan.engines.reading.repair import repair


def clean(raw: str) -> str:
    log = repair(raw)
    assert log.raw == raw
    return log.clean


def breaks(text: str) -> set[int]:
    """After how many printed characters a line ends."""
    ends, at = set(), 0
    for line in text.split("\n"):
        at += len(line.replace(" ", ""))
        ends.add(at)
    return ends


@pytest.mark.parametrize("text", CLEAN)
@pytest.mark.parametrize("width", [24, 30, 40, 50, 64])
def test_a_column_is_joined_again_and_paragraphs_stay_apart(text, width):
    narrow = in_a_column(text, width)

    mended = clean(narrow)

    inside = breaks(narrow) - breaks(text)
    left = inside & breaks(mended)
    assert len(left) <= max(3, 0.2 * len(inside))
    assert breaks(text) - breaks(mended) == set()


def test_a_line_broken_inside_a_word_is_joined():
    raw = "近年来，全区企业集中在一\n起集聚发展，规模不断扩大。"

    assert clean(raw) == "近年来，全区企业集中在一起集聚发展，规模不断扩大。"


def test_headings_list_items_bylines_and_captions_keep_their_lines():
    raw = (
        "云岫区科技工作要点\n"
        "一、加快建设平台\n"
        "（一）重点实验室\n"
        "1. 支持企业牵头\n"
        "- 汀浦区新增平台\n"
        "生产线上，工人正在忙碌 摄/石见川\n"
        "司空遇 闻溪"
    )

    assert clean(raw) == raw


def test_a_number_and_its_unit_come_together():
    raw = "今年以来，全区新增科技型企业达到63\n家，累计达到1503家。"

    assert clean(raw) == "今年以来，全区新增科技型企业达到63家，累计达到1503家。"


def test_columns_copied_side_by_side_are_read_one_after_the_other():
    left = "云岫区全年新增科技型企业六十三家，累计达到一千五百零三家，研发平台提质增量，创新主体不断壮大。"
    right = "全区坚持以制度创新营造良好科技生态，以开放式平台集聚创新资源，揭榜挂帅推进重点项目建设见实效。"
    rows = [f"{left[i : i + 12]}    {right[i : i + 12]}" for i in range(0, len(left), 12)]

    mended = clean("\n".join(rows))

    assert mended.split("\n") == [left, right]


def test_a_table_laid_out_with_blanks_keeps_its_rows():
    rows = [
        "指标名称        数值      增速",
        "科技型企业      1234家    12.5%",
        "高新技术企业    301家     8.1%",
        "研发平台        259个     4.2%",
        "技术合同        11.06亿   9.9%",
    ]

    assert len(clean("\n".join(rows)).split("\n")) == len(rows)


def test_a_table_broken_into_bars_becomes_rows():
    raw = "序号\n|\n任务\n|\n进展\n|\n1\n|\n培育企业。\n|\n已申报61家。\n|\n2\n|\n登记合同。\n|\n已登记11亿元。\n|"

    assert clean(raw).split("\n")[:3] == [
        "序号 | 任务 | 进展",
        "1 | 培育企业。 | 已申报61家。",
        "2 | 登记合同。 | 已登记11亿元。",
    ]


def test_a_heading_that_fell_into_a_sentence_is_taken_out():
    raw = "“现在是设备等人。”检测技术研究院工\n以机制改革增添源动力\n程师指着一台测量机说，预约都在网上完成。"

    assert clean(raw).split("\n") == [
        "以机制改革增添源动力",
        "“现在是设备等人。”检测技术研究院工程师指着一台测量机说，预约都在网上完成。",
    ]


def test_the_rest_of_a_sentence_is_found_elsewhere_on_the_page():
    raw = (
        "今年以来，云岫区围绕产业布局，高起点谋划，抓紧推进重点产业园区的建\n\n"
        "创新生态持续提升\n\n"
        "科技企业越跑越快，成果不断涌现，全年新增平台十一个。\n\n"
        "设和招商，布局五大组团，引进孵化平台12家。\n"
    )

    assert "重点产业园区的建设和招商，布局五大组团" in clean(raw)


def test_characters_torn_apart_by_an_injected_reading_are_put_together():
    raw = "上游新聞?dòng)浾邚膰H研究院獲悉,該院啟(qǐ)動(dòng)項(xiàng)目12個(gè)。"

    assert clean(raw) == "上游新闻记者从国际研究院获悉，该院启动项目12个。"


def test_a_reading_whose_character_cannot_be_saved_leaves_its_question_mark():
    assert clean("科(kē)技(jì)創(chuàng)新?zhèng)、發(fā)展") == "科技创新?、发展"
