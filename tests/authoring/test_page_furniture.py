"""What on a page is the article, what offers other articles, what belongs to the page itself."""

import pytest

from ceyuan.authoring.page_date import day_in, printed_date
from ceyuan.authoring.page_furniture import split_page, what_is
from ceyuan.authoring.reader import Layout, Line, Look
from ceyuan.model.section import Section

NEWS = """首页 > 区县新闻 > 正文
云岫：创新动能持续释放 科学城建设抢得先机
2023-06-22 10:12 来源：岚江日报 字号：大 中 小 阅读 1,238
分享到：微信 微博 QQ空间
截至目前，云岫区有效期内高新技术企业有239家，科技型企业累计1143家。
“朋友圈”越来越大，全区研发平台达到199个，主办单位由一家增至三家，企业向社区提供技术支持。
责任编辑：小岚
免责声明：本页面内容系转载，版权归原作者所有，如有侵权请与本站联系。
相关阅读
· 汀浦区政协考察团来访 高新技术企业已有200多家
· 沐岭：研发投入87.1亿元
今日要闻
冰雪游升温
上一篇：高温天气出行提示 下一篇：没有了"""


def look(text: str) -> Look:
    lines, at = [], 0
    for words in text.split("\n"):
        lines.append(Line(at, at + len(words), words))
        at += len(words) + 1
    return Look("a.txt", "text/plain", text, tuple(lines))


def words_in(layout: Layout, text: str, section: Section) -> str:
    return "".join(text[p.start : p.end] for p in layout.parts if p.section is section)


def test_a_news_page_is_parted_into_article_teasers_side_list_and_furniture():
    layout = split_page(look(NEWS))

    article = words_in(layout, NEWS, Section.MAIN)
    assert "高新技术企业有239家" in article
    assert "研发平台达到199个" in article
    assert "200多家" in words_in(layout, NEWS, Section.RELATED)
    assert "冰雪游升温" in words_in(layout, NEWS, Section.SIDEBAR)
    furniture = words_in(layout, NEWS, Section.BOILERPLATE)
    for words in ("首页 >", "分享到", "责任编辑", "免责声明", "上一篇", "1,238"):
        assert words in furniture


def test_title_publisher_and_date_stand_at_the_head():
    layout = split_page(look(NEWS))

    assert layout.title == "云岫：创新动能持续释放 科学城建设抢得先机"
    assert layout.publisher == "岚江日报"
    assert str(layout.published) == "2023-06-22"


def test_the_parts_cover_the_text_once():
    layout = split_page(look(NEWS))

    assert [part.start for part in layout.parts][1:] == [part.end for part in layout.parts][:-1]
    assert (layout.parts[0].start, layout.parts[-1].end) == (0, len(NEWS))


def test_a_share_bar_above_the_article_does_not_end_it():
    text = "云岫区科技动态\n分享到\n全区科技型企业达到12家。\n责任编辑：岚\n电话：000"

    assert "12家" in words_in(split_page(look(text)), text, Section.MAIN)


def test_a_page_that_begins_in_the_middle_of_a_sentence_has_no_title():
    text = (
        "作为科学城的一片，云岫区近年来成功创建国家知识产权试点城区，发展很快，成果很多。\n云岫科技"
    )

    assert split_page(look(text)).title == ""


def test_the_box_of_a_newspaper_belongs_to_the_article():
    text = "云岫区科技动态\n全区企业12家。\n■链接\n制定出台意见，细化分解35项任务。"

    assert "35项" in words_in(split_page(look(text)), text, Section.MAIN)


@pytest.mark.parametrize(
    "words",
    [
        "您所在的位置：首页 > 政务公开 > 规范性文件",
        "扫码下载客户端 | 举报电话 | 关于我们",
        "主办单位：岚江市云岫区人民政府 网站标识码：0000000000",
        "点击上方蓝字关注我们 ↑↑↑",
        "关键词：云岫区 科技创新",
        "▲云岫高新区",
        "（资料图片）",
        "— END —",
        "首页 | 新闻中心 | 政务公开 | 互动交流",
        "原文：https://yunxiu.invalid/a/1.html",
        "岚江日报 2024-03-05 10:12:30",
        "2024年3月5日 岚江新闻网",
        "岚江晨报记者 石见川 闻溪",
        "凡本网注明“来源：沐岭网”的稿件，版权均属本站所有，未经授权不得转载。",
        "24小时举报电话：0000-0000119 举报邮箱：a@muling.invalid",
    ],
)
def test_lines_of_the_page_itself_are_known(words):
    assert what_is(words) is Section.BOILERPLATE


@pytest.mark.parametrize(
    "words",
    [
        "第一条 对首次认定的高新技术企业，一次性给予20万元奖励；对重新认定的，给予5万元奖励。",
        "区里把仪器接入同一个平台，企业扫一扫就能预约，关闭了12条旧流程。",
        "推动产业创新 加快转型升级",
        "一、主要指标完成情况",
        "企业注册登记数稳步增长",
        "2024年3月5日云岫区科技工作会召开",
        "记者昨日从区科技局获悉",
        "云岫区科技局主办单位变更情况显示，共有3家机构参与。",
    ],
)
def test_sentences_that_only_use_such_words_are_the_article(words):
    assert what_is(words) is Section.MAIN


@pytest.mark.parametrize(
    "words",
    ["相关焦点", "相关阅读：", "您可能也感兴趣:", "为您推荐", "往期推荐", "更多", "热门推荐"],
)
def test_headings_of_other_articles_are_known(words):
    assert what_is(words) is Section.RELATED


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2021-06-22 10:12", "2021-06-22"),
        ("发布时间：2022年6月7日", "2022-06-07"),
        ("2022/12/19 星期一", "2022-12-19"),
        ("二〇二四年三月五日", "2024-03-05"),
        ("二○二三年十二月二十三日", "2023-12-23"),
        ("版本2021.13.40", None),
        ("增长2020.12.5%", None),
    ],
)
def test_a_day_is_read_in_any_spelling_and_only_if_the_calendar_has_it(words, day):
    found = day_in(words)

    assert (str(found[2]) if found else None) == day


def test_a_labelled_day_wins_over_a_bare_one_and_days_in_sentences_do_not_count():
    text = "标题\n2024-01-01\n发布日期：2024-02-02\n会议于2024年3月3日召开，决定了12件事。"

    assert str(printed_date(look(text).lines)) == "2024-02-02"


def test_a_notice_is_dated_under_its_signature():
    text = "关于公布名单的通知\n各单位：\n现将2023年12月1日评审的名单公布如下，请遵照执行。\n云岫区科技局\n2024年1月5日"

    assert str(printed_date(look(text).lines)) == "2024-01-05"
