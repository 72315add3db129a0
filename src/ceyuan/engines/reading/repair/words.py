"""The dictionary that says where one Chinese word ends and the next begins."""

import re
from functools import cache

import rjieba

from ceyuan.engines.reading.repair.hanzi import HAN, is_han

#: Characters read on either side of a seam: no word of the dictionary that matters is longer.
_REACH = 8
_NOT_HAN = re.compile(f"[^{HAN}]")


def runs_over(before: str, after: str) -> bool:
    """Whether a word of the dictionary stands astride the seam between two pieces of text.

    谋划建 | 设30平方公里: 建设 does. 科技企业 | 越跑越快: nothing does. Judged by the best
    segmentation of the text around the seam, so that 大会 | 计划 is not 会计.
    """
    left, right = before[-_REACH:], after[:_REACH]
    seam = len(left)
    if not left or not right:
        return False
    at = 0
    for word in rjieba.cut(left + right, hmm=False):
        at += len(word)
        if at == seam:
            return False
        if at > seam:
            return True
    return False


def astride(above: str, below: str) -> bool:
    """Whether a word stands astride the end of one line and the beginning of the next."""
    if not (above and below and is_han(above[-1]) and is_han(below[0])):
        return False
    return runs_over(_NOT_HAN.split(above[-_REACH:])[-1], _NOT_HAN.split(below[:_REACH])[0])


def cut(text: str) -> list[str]:
    """The words of a text, by the dictionary alone."""
    return list(rjieba.cut(text, hmm=False))


@cache
def is_word(text: str) -> bool:
    """Whether the dictionary has it."""
    return bool(rjieba.has_word(text))


@cache
def how_common(text: str) -> int:
    """How often the dictionary's sources use a word; 0 where it is none."""
    return int(rjieba.suggest_freq(text)) if is_word(text) else 0
