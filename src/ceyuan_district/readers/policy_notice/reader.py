"""Reads notices and policies: what they promise to anybody is no figure of anybody.

Amounts of reward and conditions (对…给予20万元奖励, 营业收入2000万元以上) belong to the policy's
rules; only goals with a deadline are indicators.
"""

import re
from collections.abc import Iterable

from ceyuan.authoring.page_furniture import split_page
from ceyuan.authoring.reader import Layout, Look, Words, bids, claims, lays_out
from ceyuan.model.claim import Claim
from ceyuan.model.standing import Standing

_NUMBERED = re.compile(r"[〔［\[(（](?:19|20)\d\d[〕］\])）]\s?\d+\s?号")
_NAMED = re.compile(
    r"关于.{2,60}(?:的通知|的意见|的决定|的公告|的批复)|(?:实施)?(?:办法|细则|若干措施|若干政策|行动方案|实施方案|扶持政策)(?:（.{2,6}）)?$"
)
_ARTICLE = re.compile(r"(?m)^\s*第[一二三四五六七八九十百]{1,4}条")
_TOP = 600


@bids
def looks_like_a_policy(look: Look) -> float:
    """Sure of articles under an issued title; fairly sure of a document number with such a title."""
    top = look.text[:_TOP]
    named = any(_NAMED.search(line.text.strip()) for line in look.lines if line.start < _TOP)
    articles = len(_ARTICLE.findall(look.text)) >= 2
    if articles and (named or _NUMBERED.search(top)):
        return 0.85
    return 0.7 if named and _NUMBERED.search(top) else 0.0


@lays_out
def the_document(look: Look) -> Layout:
    """The document is the article; plain figures in it are what it aims at."""
    return split_page(look)


@claims
def goals_with_a_deadline(look: Look, layout: Layout, words: Words) -> Iterable[Claim]:
    """Only what is to be reached by a named time."""
    for claim in words.indicators(look, layout):
        if claim.standing is Standing.TARGET and claim.period is not None:
            yield claim
