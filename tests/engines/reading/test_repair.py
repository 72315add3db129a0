"""From damaged to readable: what each sort of damage becomes, and what must not be touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_damage import (
    CLEAN,
    in_full_width,
    in_half_width,
    in_traditional,
    injected,
    with_spaces,
    with_unseen,
)

from ceyuan.engines.reading.repair import repair

_SEEDS = range(3)


def clean(raw: str, **misprints: str) -> str:
    log = repair(raw, misprints)
    assert log.raw == raw
    return log.clean


@pytest.mark.parametrize("text", CLEAN)
def test_an_undamaged_text_stays_as_it_is(text):
    log = repair(text)

    assert log.clean == text
    assert log.changes == ()


@pytest.mark.parametrize("text", CLEAN)
@pytest.mark.parametrize("seed", _SEEDS)
@pytest.mark.parametrize("style", ["toned", "spaced", "doubled", "wide", "digits"])
def test_injected_readings_go_and_nothing_else(text, seed, style):
    assert clean(injected(text, seed, style=style)) == text


@pytest.mark.parametrize("text", CLEAN)
def test_traditional_characters_and_corner_quotes_become_simplified(text):
    assert clean(in_traditional(text)) == text


@pytest.mark.parametrize("text", CLEAN)
def test_half_width_marks_beside_chinese_become_full(text):
    assert clean(in_half_width(text)) == text


@pytest.mark.parametrize("text", CLEAN)
def test_full_width_letters_and_digits_become_half(text):
    assert clean(in_full_width(text)) == text


@pytest.mark.parametrize("text", CLEAN)
@pytest.mark.parametrize("seed", _SEEDS)
def test_stray_spaces_in_sentences_go(text, seed):
    assert clean(with_spaces(text, seed)) == text


@pytest.mark.parametrize("text", CLEAN)
@pytest.mark.parametrize("seed", _SEEDS)
def test_all_damage_at_once_is_undone(text, seed):
    damaged = with_unseen(injected(in_traditional(in_half_width(text)), seed), seed)

    assert clean(damaged) == text


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("研发(R&D)经费", "研发（R&D）经费"),
        ("人工智能(AI)平台", "人工智能（AI）平台"),
        ("建筑信息模型(BIM)", "建筑信息模型（BIM）"),
        ("如图(a)所示", "如图（a）所示"),
        ("Micro LED显示屏和DTS系统", "Micro LED显示屏和DTS系统"),
        ("璧(bì)山因山得名", "璧（bì）山因山得名"),
    ],
)
def test_genuine_latin_in_brackets_stays(raw, kept):
    assert clean(raw) == kept


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("創新(chuàngxīn)驅動", "创新驱动"),
        ("科(ㄎㄜ)技(ㄐㄧˋ)", "科技"),
        ("产chan业ye园yuan区qu", "产业园区"),
    ],
)
def test_readings_of_words_in_letters_of_taiwan_and_without_brackets_go_too(raw, meant):
    assert clean(raw) == meant


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("該公司的晶片與軟體專案", "该公司的芯片与软件项目"),
        ("建立智慧財產權交易中心", "建立知识产权交易中心"),
        ("推動產業數位化、網路安全與奈米材料", "推动产业数字化、网络安全与纳米材料"),
        ("整合資源,新增平臺,提升品質", "整合资源，新增平台，提升品质"),
        ("標誌著新的階段,沿著這條路", "标志着新的阶段，沿着这条路"),
        ("公佈2023年日曆", "公布2023年日历"),
    ],
)
def test_terms_of_taiwan_become_those_of_the_mainland_and_other_words_stay(raw, meant):
    assert clean(raw) == meant


def test_a_simplified_text_keeps_words_that_look_traditional():
    text = "他瞭望远方，著作等身，研究乾隆年间的档案。"

    assert clean(text) == text


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("比例为7.9︰46.1∶46", "比例为7.9:46.1:46"),
        ("来源︰云岫日报", "来源：云岫日报"),
        ("金额1,238万元,时间10:12", "金额1,238万元，时间10:12"),
        ("网址http://yunxiu.invalid/a,b", "网址http://yunxiu.invalid/a,b"),
        ('围绕"六个加快",推进', "围绕“六个加快”，推进"),
        ("他说:「先做『小事』」", "他说：“先做‘小事’”"),
        ("Ramp;D占比&nbsp;2%", "R&D占比 2%"),
        ("⼀⽚⽣产线", "一片生产线"),
    ],
)
def test_marks_and_glyphs_have_one_form(raw, meant):
    assert clean(raw) == meant


def test_spaces_that_part_phrases_of_a_heading_or_names_stay():
    for text in (
        "云岫 奋力跑好科技创新第一棒",
        "深入推动创新发展 加快打造科创中心",
        "司空遇 闻溪",
        "关键词：云岫区 科技创新 产业集群",
        "- 汀浦区加快建设产业园",
    ):
        assert clean(text) == text


def test_spaced_out_headings_and_spaces_before_units_close():
    assert clean("关 于 印 发 办 法 的 通 知") == "关于印发办法的通知"
    assert clean("高新技术企业 159 家") == "高新技术企业 159家"


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("科科技技创创新新大会", "科技创新大会"),
        ("大家高高兴兴，方方面面都好", "大家高高兴兴，方方面面都好"),
        ("云岫科技大会。科技科技。科科技技", "云岫科技大会。科技科技。科技"),
    ],
)
def test_headline_glyphs_printed_twice_are_read_once(raw, meant):
    assert clean(raw) == meant


def test_known_misprints_are_set_right_and_only_the_wrong_character_is_touched():
    log = repair("云袖区有企业12家", {"云袖区": "云岫区"})

    assert log.clean == "云岫区有企业12家"
    assert [(e.was, e.now, e.why) for e in log.changes] == [("袖", "岫", "lookalike")]


def test_a_scanned_dash_between_names_is_not_the_number_one():
    raw = "形成了科技型中小企业一高新技术企业一上市企业的梯度，一体化推进，新增一家企业一个平台。"

    assert clean(raw) == raw.replace("中小企业一", "中小企业—").replace(
        "技术企业一上", "技术企业—上"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_chinese_shown_as_western_letters_is_read_again(encoding):
    meant = "云岫区科技型企业达到1234家，全市第三。"

    assert clean(meant.encode(encoding).decode("latin-1")) == meant


def test_western_words_with_accents_stay():
    text = "Café Müller à la façon d’été"

    assert clean(text) == text


@given(
    st.text(
        "云岫壁山科技企业，。；：（）“”\"'()[]|一二家元% \n\t　abcXY01.,:;-?網發電(qū)(zhǎng)\u200b\r﹕「」１Ａ％·•",
        max_size=80,
    )
)
def test_every_repair_can_be_undone(raw):
    log = repair(raw, {"壁山": "璧山"})

    assert log.raw == raw


@given(st.text(max_size=60))
def test_no_text_whatever_breaks_the_repair(raw):
    assert repair(raw).raw == raw
