"""Persons a sentence names with their office, and the body they hold it in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ceyuan.engines.reading.extract.chunk import Sort
from ceyuan.engines.reading.extract.subject import Subject
from ceyuan.engines.reading.mentions.telling import Sentence

_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石"
    "姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂"
    "丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍覃霍翁隋甘景薄单包司柏宁柯阮桂闵解强"
    "柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扎明沙薄伏岑习胥保和蔺"
)
_COMPOUND = (
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "司徒",
    "夏侯",
    "长孙",
)
_OFFICE = re.compile(
    r"(?:(?:党组书记|党委书记|党工委书记|副书记|书记|常委|董事长|理事长|主任|院士|教授)、){0,3}(?:常务)?(?:副)?(?:党组书记|党委书记|总经理|董事长|负责人|局长|主任|处长|院长|所长|科长|书记|区长|市长|县长|会长|秘书长|理事长|经理|主席|总裁|校长"
    r"|创始人|总工程师|首席科学家|首席专家|研究员|教授|部长|厂长|镇长|主管|总监)"
    r"(?P<person>[一-鿿]{2,4}?)(?=(?:教授|院士|博士|研究员|女士|先生|介绍|表示|说|坦言|告诉|认为|指出|透露|强调|称|谈到|出席|参加|致辞|主持|带队|分别|一行|等|与|和|及|[、,。:\"]|$))"
)
_WHOM = 24


@dataclass(frozen=True, slots=True)
class Person:
    """Who, in which body, and the words `[start, end)` that say so."""

    name: str
    body: Subject
    start: int
    end: int
    at: int


def people_in(sentence: Sentence) -> Iterator[Person]:
    """Persons after an office that stands right behind the name of a body or place."""
    names = [n for clause in sentence.clauses for n in clause.names]
    for m in _OFFICE.finditer(sentence.text.even, sentence.start, sentence.end):
        if not _is_name(m["person"]):
            continue
        bodies = [
            n
            for n in names
            if n.at >= 0
            and m.start() - _WHOM <= sentence.row[n.at].end <= m.start()
            and not _parted(sentence, sentence.row[n.at].end, m.start())
            and sentence.row[n.at].sort != Sort.WHOLE
        ]
        if bodies:
            body = bodies[-1]
            yield Person(
                m["person"],
                body.subject,
                sentence.row[body.at].start,
                m.end("person"),
                m.start("person"),
            )


def spoken_by(words: str, known: Mapping[str, Subject]) -> Subject | None:
    """The body of a person introduced earlier who speaks in these words; None where nobody does."""
    for name, body in known.items():
        at = words.find(name)
        if at >= 0 and _SPEAKS.match(words, at + len(name)):
            return body
    return None


_SPEAKS = re.compile("介绍|表示|说|坦言|告诉|认为|指出|透露|强调|称")


def _parted(sentence: Sentence, low: int, high: int) -> bool:
    return any(mark in sentence.text.even[low:high] for mark in ',。;:、!?"的')


def _is_name(words: str) -> bool:
    if words.startswith(_COMPOUND):
        return len(words) in (3, 4)
    return words[0] in _SURNAMES and len(words) in (2, 3)
