"""Telling an article from what stands around it on a page: for readers to use and to refine.

`split_page` is what a reader of web or newspaper pages starts from; `what_is` judges one line, and
`joined_parts` turns judged lines into the parts of a layout.
"""

import re
from collections.abc import Iterable, Sequence

from ceyuan.authoring.page_date import day_in, printed_date
from ceyuan.authoring.reader import Layout, Line, Look
from ceyuan.model.section import Part, Section

_WHOSE = "相关|往期|延伸|更多|热门|热点|精彩|推荐|猜你|为您|为你|编辑|今日|最新|最近|图片|热搜|本网|其他|扩展|关联"
_WHAT = "阅读|焦点|新闻|文章|报道|推荐|推送|回顾|资讯|信息|专题|内容|头条|要闻|热点|更新|喜欢|热文|稿件|消息|动态|链接"
#: Headings under which other articles are offered.
_RELATED = re.compile(
    f"(?:{_WHOSE})(?:{_WHAT})|往期|(?:查看)?更多|相关|猜你喜欢|大家都在看"
    "|(?:您|你|大家)(?:可能|也许)?(?:还|也|都)?(?:感兴趣|喜欢|在看|会喜欢|想看).{0,6}"
)
#: Headings of link lists that every page of a site carries.
_SIDEBAR = re.compile(
    "(?:今日|新闻|点击|阅读|本周|本月|周|月|热门|文章|24小时)?(?:排行|排行榜|热榜|热搜榜|热搜)"
    "|(?:今日|新闻)(?:要闻|热点)|(?:最近|最新)更新|热门(?:推荐|标签|关注|话题)|友情链接|站内导航|网站导航"
)
#: Words that say: here the article ends.
_LAST_WORDS = (
    "责任编辑|责编|值班编辑|网络编辑|编辑|审核|校对|监制|初审|复审|终审|值班主任|值班总编"
    "|免责声明|版权声明|特别声明|郑重声明|法律声明|声明|分享到|转载请注明|扫一扫|扫码|关注我们|END|end|The End|完"
)
_END = re.compile(f"[【（(\\[—–\\- ]*(?:{_LAST_WORDS})[】）)\\]—–\\- ]*(?:[:：丨|/ ].*)?")
_BOILERPLATE = re.compile(
    '二维码|扫一扫|扫码|公众号|视频号|客户端下载|下载客户端|下载APP|关注我们|点击上方|蓝字|阅读原文|点.?[“"]?(?:在看|赞)'
    "|主办单位|承办单位|技术支持|网站地图|设为首页|加入收藏|您是第|访客|浏览器|分辨率|网站标识码"
    "|字号|字体[:：]|打印本页|【打印】|关闭窗口|返回顶部|返回首页|分享到|QQ空间|朋友圈|上一[篇条页]|下一[篇条页]"
    "|我来说两句|发表评论|阅读(?:量|数|次数)?[:： ]*\\d|浏览(?:量|次数)|点击(?:量|数|次数)|发布(?:时间|日期)[:：]"
    "|来源[:：丨|]|编辑[:：丨|]|审核[:：丨|]|校对[:：丨|]|原标题|原文链接|稿源"
)
#: The same, where even a line that is a sentence is furniture.
_SURELY = re.compile(
    "举报(?:电话|邮箱|热线|奖励)|(?:客服|联系|服务|咨询|监督|投诉|新闻)(?:电话|热线|邮箱)[:：]?[\\d（(]"
    "|版权(?:归|均?为|所有|声明)|未经.{0,6}授权|(?:免责|法律|版权)声明|法律顾问|ICP备|公网安备|备案号|有奖爆料"
    "|(?:稿件|文章|内容)(?:均)?[系为]转载|转载稿|与本[站网]联系|来信获取|新闻线索|责任编辑|责编|网络编辑|值班编辑"
    "|扫描.{0,6}二维码|扫码(?:下载|关注)|长按.{0,4}识别"
)
#: Furniture that may be long or hold full sentences.
_LEGAL = re.compile(
    "标注为.{0,4}来源|未标有.{0,4}来源|版权均?[为归]本|[转盗]载?[、或].{0,8}本[站网]|追究.{0,8}法律责任|向我们爆料"
)
_TRAIL = re.compile(
    r"(?:您?(?:当前|现在)?的?位置)?[:： ]*(?:[^\s>＞»›]{1,14}\s*[>＞»›]+\s*){1,6}[^。]{0,40}|\S{1,6} · \S{1,8}"
)
_KEYWORDS = re.compile("(?:关键词|关键字|标签|Tags?)[:： ].*")
_CAPTION = re.compile(
    "[▲△▼↑].*|[（(]?(?:资料)?图片?[）)]?|[（(](?:资料图片?|图源|图)[^）)]{0,20}[）)]"
)
_BULLET = re.compile(r"[·•●○□◇☆►▶\-–*+]\s?\S")
#: Who and when, and nothing else: 岚江日报 2024-03-05 10:12; or only who.
_DATELINE = re.compile(
    r"(?:[一-鿿·]{2,16}[ 　|]+)?(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ 　]+\d{1,2}:\d{2}(?::\d{2})?)?"
    r"(?:[ 　|]+[一-鿿·]{2,16})?"
)
_ADDRESS = re.compile(r"(?:网址|链接|原文)?[:：]?\s*(?:https?://|www\.)\S+")
_MENU_WORD = (
    "(?:网站)?首页|登录|注册|无障碍(?:阅读|浏览)?|长者(?:模式|版|助手)|关怀版|繁体(?:版|中文)?|简体(?:版|中文)?|English"
    "|手机版|RSS|邮箱|新闻(?:中心|动态)?|要闻动态|政务(?:公开|服务)|信息公开|办事服务|互动交流|政民互动|专题专栏|视频|图片|评论|收藏|打印|关闭"
)
_MENU = re.compile(rf"(?:{_MENU_WORD})(?:[\s|｜·/]+(?:{_MENU_WORD}))*")
_BYLINE = re.compile("[一-鿿·]{0,16}(?:记者|通讯员|作者)(?:[ 　:：]+[一-鿿]{2,4})*")
#: Lines that are furniture from end to end.
_WHOLE_LINES = re.compile(
    "|".join(
        f"(?:{kind.pattern})"
        for kind in (_TRAIL, _KEYWORDS, _CAPTION, _END, _DATELINE, _BYLINE, _ADDRESS, _MENU)
    )
)
_SENTENCE = re.compile("[。！？；]|，.*，")
_SOURCE = re.compile("(?:信息|稿件|文章|新闻)?来源[:：丨|]\\s*([^\\s|丨:：”“，。]{2,20})")
_CLOCK = re.compile(r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?")
_UNFINISHED = "的了和与及在是、，：；“（《"
_LONG = 60


def split_page(look: Look) -> Layout:
    """A first layout of any page of text: the article, teasers, side lists, furniture.

    The article runs to where the page says that it ends (责任编辑, 相关阅读 …). After furniture a
    long paragraph is the article again; after a heading of other articles nothing is.
    """
    sections: list[Section] = []
    title_at = headline(look.lines)
    place, begun = Section.MAIN, False
    for i, line in enumerate(look.lines):
        words = line.text.strip()
        if not words:
            sections.append(sections[-1] if sections else place)
            continue
        place, section = _judged(words, place, begun)
        if section is Section.MAIN and i < title_at and not _is_text(words):
            section = Section.BOILERPLATE
        begun = begun or (section is Section.MAIN and _is_text(words))
        sections.append(section)
    return Layout(
        parts=joined_parts(look.lines, sections, len(look.text)),
        title=look.lines[title_at].text.strip() if title_at >= 0 else "",
        publisher=printed_publisher(look.lines),
        published=printed_date(look.lines),
    )


def headline(lines: Sequence[Line]) -> int:
    """Which line is the headline: the first that is no furniture, before any running text.

    -1 where running text comes first, as on the scan of a newspaper page.
    """
    for i, line in enumerate(lines):
        words = line.text.strip()
        if len(words) < 5 or " | " in words:
            continue
        if _is_text(words):
            return -1
        if words[-1] in _UNFINISHED or _BULLET.match(words) or not _bare(words):
            continue
        if what_is(words) is Section.MAIN:
            return i
    return -1


def what_is(words: str) -> Section:
    """What one line is on its own: the article, unless it is furniture or a heading of others."""
    if heading_of_others(words) is not None:
        return Section.RELATED
    return Section.BOILERPLATE if is_furniture(words) else Section.MAIN


def heading_of_others(words: str) -> Section | None:
    """Whether a line stands over other articles (相关阅读) or a link list (排行); None for neither.

    链接 alone is the box of a newspaper and belongs to the article.
    """
    bare = words.strip("：: 　>》»【】[]■●◆|丨-—·")
    if len(bare) > 16:
        return None
    if _SIDEBAR.fullmatch(bare):
        return Section.SIDEBAR
    return Section.RELATED if _RELATED.fullmatch(bare) else None


def is_furniture(words: str) -> bool:
    """Whether a line belongs to the page and not to any article."""
    if _WHOLE_LINES.fullmatch(words):
        return True
    if len(words) <= 400 and _LEGAL.search(words):
        return True
    if len(words) > 120 or words.count("。") > 1:
        return False
    return bool(_SURELY.search(words) or ("。" not in words and _BOILERPLATE.search(words)))


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
    """Who published the page: what follows 来源, else what stands beside the date at the top."""
    for line in lines:
        if (found := _SOURCE.search(line.text)) and not _LEGAL.search(line.text):
            return found[1].strip("（）()【】-—")
    for line in lines[:12]:
        words = line.text.strip()
        if len(words) <= 40 and (day := day_in(words)):
            beside = _CLOCK.sub(" ", words[: day[0]] + " " + words[day[1] :]).strip(" 　|丨-—")
            if re.fullmatch("[\u4e00-\u9fff·]{2,16}", beside):
                return beside
    return ""


def _judged(words: str, place: Section, begun: bool) -> tuple[Section, Section]:
    """Where the reading stands after this line, and what the line is."""
    if (others := heading_of_others(words)) is not None:
        return others, Section.BOILERPLATE
    if is_furniture(words):
        ends = place is Section.MAIN and begun and bool(_END.fullmatch(words))
        return (Section.BOILERPLATE if ends else place), Section.BOILERPLATE
    if place is Section.BOILERPLATE and len(words) >= _LONG and _SENTENCE.search(words):
        return Section.MAIN, Section.MAIN
    return place, place


def _is_text(words: str) -> bool:
    """Whether a line is running text or a row of a table, as no headline is."""
    return " | " in words or "。" in words or (len(words) > 40 and bool(_SENTENCE.search(words)))


def _bare(words: str) -> str:
    """What is left of a line without date and time."""
    day = day_in(words)
    return _CLOCK.sub("", words[: day[0]] + words[day[1] :]).strip() if day else words
