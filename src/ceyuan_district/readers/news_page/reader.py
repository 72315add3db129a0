"""Reads an article of a site or a public account, with what stands around it on the page."""

import re

from ceyuan.authoring.page_furniture import split_page
from ceyuan.authoring.reader import Layout, Look, bids, lays_out

#: What only pages carry around their articles.
_PAGE = re.compile(
    r"来源[:：丨|]|发布(?:时间|日期)|责任编辑|责编|编辑[:：丨|]|字号|分享到|相关(?:阅读|链接|焦点|新闻)|热门推荐|关键词[:：]"
    r"|阅读原文|扫一扫|上一[篇条]|下一[篇条]|往期推荐|您可能|首页\s*[>＞»]|新闻\s*[>＞»]|记者|讯(?:[（(]|\s)|日电"
)
_SENTENCE = re.compile(r"[。！？]")


@bids
def looks_like_a_news_page(look: Look) -> float:
    """Fairly sure of text with sentences and page marks; takes plain articles for want of better."""
    if not _SENTENCE.search(look.text):
        return 0.0
    marks = len({m[0] for m in _PAGE.finditer(look.text)})
    return min(0.4 + 0.05 * marks, 0.6)


@lays_out
def article_and_surroundings(look: Look) -> Layout:
    """The article from its headline to where the page says it ends; then teasers and lists."""
    return split_page(look)
