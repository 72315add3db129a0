"""The documents of the sample district: which marked text becomes which file, and what it is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import layouts
from marked import plain

TEXTS = Path(__file__).parent / "texts"


@dataclass(frozen=True)
class Sample:
    """One document: the marked text it is made from, its file, and what is said about it.

    `given` is the date the person who files it knows; empty where it is to be read from the page
    (`published`) or where nobody knows (both empty). `publisher` is empty where none is printed
    or known.
    """

    text: str
    file: str
    genre: str
    damage: str
    publisher: str
    published: str
    given: str
    make: Callable[[str], bytes]
    title: str
    aims_after: str = ""

    @property
    def marked(self) -> str:
        """The marked text."""
        return (TEXTS / f"{self.text}.txt").read_text(encoding="utf-8")

    def bytes(self) -> bytes:
        """The file."""
        return self.make(plain(self.marked))


SAMPLES = (
    Sample(
        "01_traditional_news",
        "01_繁体新闻_带相关链接.txt",
        "新闻网页（繁体）",
        "繁体字词、相关焦点中别处的数字",
        "岚江新闻网",
        "2022-11-24",
        "",
        layouts.traditional_news,
        "云岫:搭台子聚人才建机制 打磨科技创新“金钥匙”",
    ),
    Sample(
        "02_county_site",
        "02_县级网站转载.txt",
        "区县网站转载",
        "举报电话、版权声明、有奖爆料等站点文字",
        "岚江日报",
        "2023-07-12",
        "",
        layouts.utf8,
        "邻里区县巡礼丨云岫:让实验室搬进产业园",
    ),
    Sample(
        "03_pinyin_repost",
        "03_注音转载_繁体.txt",
        "商业网站转载",
        "通篇插入带调拼音、繁体、链接列表",
        "",
        "",
        "2025-01-16",
        layouts.toned,
        "云岫区落实创新驱动发展战略 以科技创新引领三大产业集群",
    ),
    Sample(
        "04_newspaper_ocr",
        "04_报纸版面_扫描.txt",
        "报纸版面",
        "断行、多余空格、形近误识、图片说明",
        "岚江日报",
        "",
        "2026-04-21",
        layouts.newspaper_scan,
        "云岫 奋力跑好科技创新“第一棒”",
    ),
    Sample(
        "05_newspaper_columns",
        "05_报纸专版_栏序错乱.txt",
        "报纸专版",
        "分栏交错、标题错位重复、图注插入句中",
        "岚江日报",
        "",
        "2023-12-28",
        layouts.newspaper_columns,
        "云岫:科技创新迈出坚实步伐",
    ),
    Sample(
        "06_communique",
        "06_2024年统计公报.docx",
        "统计公报",
        "无；含表格",
        "云岫区统计局",
        "2025-04-10",
        "",
        layouts.communique,
        "云岫区2024年国民经济和社会发展统计公报",
    ),
    Sample(
        "07_work_report",
        "07_2026年政府工作报告.txt",
        "政府工作报告",
        "无；篇幅长，回顾与目标并存",
        "云岫区人民政府",
        "2026-01-15",
        "",
        layouts.official,
        "政府工作报告",
        "二、2026年重点工作",
    ),
    Sample(
        "08_policy_notice",
        "08_支持科技创新若干措施.html",
        "政策文件",
        "网页导航、页脚",
        "云岫区人民政府办公室",
        "2025-03-05",
        "",
        layouts.policy_page,
        "云岫区人民政府办公室关于印发《云岫区支持科技创新若干措施(试行)》的通知",
    ),
    Sample(
        "09_account_post",
        "09_公众号_前三季度.txt",
        "公众号推文",
        "单字小标题、往期推荐",
        "云岫发布",
        "",
        "2025-10-27",
        layouts.utf8,
        "前三季度,云岫交出这份成绩单!",
    ),
    Sample(
        "10_task_table",
        "10_重点工作完成情况.txt",
        "任务分解表",
        "表格散成竖线和断行",
        "云岫区科技局",
        "",
        "2024-07-15",
        layouts.utf8,
        "云岫区科技局2024年重点工作任务上半年完成情况",
    ),
    Sample(
        "11_plan_summary",
        "11_规划中期评估.txt",
        "规划摘要",
        "数字密集、相关链接",
        "云岫融媒",
        "2024-02-20",
        "",
        layouts.utf8,
        "云岫区科技创新“十四五”规划中期评估发布",
    ),
    Sample(
        "12_profile_repeats",
        "12_高新区概况_叠音.txt",
        "园区词条",
        "插入重复的无调拼音、繁体；无日期",
        "",
        "",
        "",
        layouts.repeats,
        "云岫高新区概况",
    ),
    Sample(
        "13_monthly_gb18030",
        "13_科技运行月报_GB18030.txt",
        "运行月报",
        "GB18030 编码",
        "云岫区科技局",
        "2025-12-12",
        "",
        layouts.gb18030,
        "云岫区科技创新运行月报",
    ),
    Sample(
        "14_special_issue_pdf",
        "14_产业观察_双栏.pdf",
        "期刊专题",
        "双栏 PDF",
        "岚江科技导刊",
        "2024-10-28",
        "",
        layouts.printed_earlier,
        "云岫智能传感产业观察",
    ),
    Sample(
        "15_institute_big5",
        "15_研究院报道_Big5.txt",
        "新闻网页（繁体）",
        "Big5 编码",
        "岚江新闻网",
        "2024-05-16",
        "",
        layouts.big5,
        "岚江柔性材料研究院:把“冷板凳”坐热",
    ),
    Sample(
        "16_recognition_utf16",
        "16_高企认定公布_UTF16.txt",
        "认定公布",
        "UTF-16 编码",
        "云岫区科技局",
        "2025-12-26",
        "",
        layouts.utf16,
        "关于公布云岫区2025年新认定高新技术企业名单的通知",
    ),
)
