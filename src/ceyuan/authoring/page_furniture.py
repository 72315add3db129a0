"""Telling an article from what stands around it on a page: for readers to use and to refine.

`split_page` is what a reader of web or newspaper pages starts from; `what_is` judges one line, and
`joined_parts` turns judged lines into the parts of a layout.
"""

import re
from collections.abc import Iterable, Sequence

from ceyuan.authoring.page_date import printed_date
from ceyuan.authoring.reader import Layout, Line, Look
from ceyuan.model.section import Part, Section

#: Headings under which other articles are offered.
_RELATED = re.compile(
    r"(?:相关|往期|延伸|更多|热门|热点|精彩|猜你|为您|为你|编辑|今日|最新|最近|推荐|图片|热搜|本网|其他|扩展)"
    r"?(?:链接|阅读|焦点|新闻|文章|报道|推荐|推送|回顾|资讯|信息|专题|内容|头条|要闻|热点|排行|更新|喜欢|热搜|热文|稿件)"
    r"榜?|(?:您|你|大家)(?:可能|也许)?(?:还|也|都)?(?:感兴趣|喜欢|在看|会喜欢|想看).*|猜你喜欢|排行榜?|更多|查看更多|相关"
)
#: Headings of link lists that every page of the site carries.
_SIDEBAR = re.compile(
    r"(?:今日|新闻|点击|阅读|本周|周|月|热门|文章)?(?:排行|排行榜|热榜|热搜榜|要闻|热点)|最近更新|最新更新|热门推荐|热门标签|友情链接"
)
#: Lines that end the article and what follows it.
_END = re.compile(
    r"[【（(\[—\-– ]*(?:责任编辑|责编|值班编辑|编辑|审核|校对|监制|初审|终审|免责声明|版权声明|声明|特别声明|郑重声明|法律声明|"
    r"分享到|分享|转载|扫一扫|扫码|关注我们|END|end|The End|完)[】）)\]— \-–]*(?:[:：丨|/ ].*)?$"
)
_BOILERPLATE = re.compile(
    r"举报(?:电话|邮箱|热线)|(?:客服|联系|服务|咨询|监督|投诉)(?:电话|热线|邮箱)|版权(?:归|均?为|所有|声明)|未经.{0,6}授权|免责声明"
    r"|法律顾问|二维码|扫一扫|扫码|微信公众号|公众号|客户端下载|下载客户端|下载APP|关注我们|点击上方|蓝字|阅读原文|点.?在看"
    r"|网站标识码|ICP备|公网安备|备案号|主办单位|承办单位|技术支持|网站地图|设为首页|加入收藏|您是第|访客|浏览器|分辨率"
    r"|字号|字体|打印本页|打印|关闭窗口|关闭|返回顶部|返回首页|分享到|微博|QQ空间|朋友圈|上一篇|下一篇|上一条|下一条|上一页|下一页"
    r"|稿件均为转载|系转载|转载稿|与本站联系|与本网联系|来信获取|有奖爆料|爆料|新闻线索"
    r"|责任编辑|责编|网络编辑|值班编辑|原标题|原文链接|稿源|来源[:：丨|]|编辑[:：丨|]|审核[:：丨|]|校对[:：丨|]|阅读(?:量|数|次数)"
)
_TRAIL = re.compile(r"^(?:您?(?:当前|现在)的?位置)?[:： ]*(?:\S{1,14}\s*[>＞»›]+\s*){1,6}\S{0,40}$")
_KEYWORDS = re.compile(r"^(?:关键词|关键字|标签|Tags?)[:： ]")
_CAPTION = re.compile(r"^[▲△▼↑■◆]|[（(](?:资料)?图片?[）)]$|^（?资料图片?）?$")
_BULLET = re.compile(r"^[·•●○■□◆◇★☆►▶\-–*+]\s?\S")
_SENTENCE = re.compile(r"[。！？；]|，.*，")


def split_page(look: Look) -> Layout:
    """A first layout of any page of text: the article, teasers, side lists, furniture.

    The article begins at the headline and ends where the page says so (责任编辑, 相关阅读 …);
    from there on nothing is the article unless a long paragraph shows that it goes on.
    """
    sections = [Section.BOILERPLATE] * len(look.lines)
    title_at = headline(look.lines)
    place = Section.MAIN
    for i, line in enumerate(look.lines):
        words = line.text.strip()
        if not words:
            sections[i] = sections[i - 1] if i else place
            continue
        place, sections[i] = _judged(words, place, before_title=i < title_at)
    return Layout(
        parts=joined_parts(look.lines, sections, len(look.text)),
        title=look.lines[title_at].text.strip() if 0 <= title_at < len(look.lines) else "",
        publisher=printed_publisher(look.lines),
        published=printed_date(look.lines),
    )


def headline(lines: Sequence[Line]) -> int:
    """Which line is the headline: the first that is neither furniture nor a sentence."""
    for i, line in enumerate(lines[:30]):
        words = line.text.strip()
        if len(words) >= 5 and what_is(words) is Section.MAIN and "。" not in words:
            return i
        if _SENTENCE.search(words) and len(words) > 40:
            break
    return 0


def what_is(words: str) -> Section:
    """What one line is on its own: the article, unless it is furniture or a heading of others."""
    if heading_of_others(words):
        return Section.RELATED
    if is_furniture(words):
        return Section.BOILERPLATE
    return Section.MAIN


def heading_of_others(words: str) -> bool:
    """Whether a line stands over a list of other articles (相关阅读, 您可能也感兴趣, 排行)."""
    bare = words.strip("：: 　>》»【】[]■●◆|丨-—·")
    return len(bare) <= 16 and bool(_RELATED.fullmatch(bare) or _SIDEBAR.fullmatch(bare))


def is_furniture(words: str) -> bool:
    """Whether a line belongs to the page and not to any article."""
    if _TRAIL.match(words) or _KEYWORDS.match(words) or _CAPTION.search(words):
        return True
    if _END.match(words):
        return True
    return len(words) <= 120 and bool(_BOILERPLATE.search(words)) and words.count("。") <= 1


def joined_parts(
    lines: Sequence[Line], sections: Iterable[Section], length: int
) -> tuple[Part, ...]:
    """Lines of one section in one part; the parts cover the text from 0 to `length`."""
    parts: list[Part] = []
    for line, section in zip(lines, sections, strict=True):
        end = min(line.end + 1, length)
        if parts and parts[-1].section is section:
            parts[-1] = Part(section, parts[-1].start, end)
        elif end > line.start:
            parts.append(Part(section, line.start, end))
    return tuple(parts)


def printed_publisher(lines: Sequence[Line]) -> str:
    """Who published the page, from a line such as 来源：重庆日报; empty where none says."""
    for line in lines[:30]:
        if found := re.search(r"(?:信息|稿件|文章)?来源[:：丨|]\s*([^\s|丨:：]{2,20})", line.text):
            return found[1].strip("（）()【】")
    return ""


def _judged(words: str, place: Section, before_title: bool) -> tuple[Section, Section]:
    """Where the reading now stands, and what this line is."""
    long = len(words) >= 60 and bool(_SENTENCE.search(words))
    if _SIDEBAR.fullmatch(words.strip("：: ")):
        return Section.SIDEBAR, Section.BOILERPLATE
    if heading_of_others(words):
        return (Section.SIDEBAR if place is Section.SIDEBAR else Section.RELATED), (
            Section.BOILERPLATE
        )
    if is_furniture(words):
        after = Section.BOILERPLATE if _END.match(words) and place is Section.MAIN else place
        return (place if before_title else after), Section.BOILERPLATE
    if before_title:
        return place, Section.BOILERPLATE
    if place is Section.BOILERPLATE and long:
        return Section.MAIN, Section.MAIN
    return place, place
