"""Readings that a scraper's site pushed in behind the characters: 創(chuàng )新, 建(jian)(jian)."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from ceyuan.engines.reading.repair.changes import Change
from ceyuan.engines.reading.repair.hanzi import HAN, is_common

#: Letters that carry a tone mark, and all letters that readings are printed in.
TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜêḿńňǹ"
LETTERS = f"a-zɡü{TONED}\u0300\u0301\u0304\u030c\u0308"
_BRACKETED = re.compile(
    f"(?<=[{HAN}])(?P<gap> ?)(?P<run>(?:[(（][ \u3000]?[{LETTERS}]{{1,7}}[1-5]?[ \u3000]?[)）])+)"
    f"(?P<after> ?)"
)
_WORDWISE = re.compile(
    f"(?P<word>[{HAN}]{{2,6}})(?P<run>[(（](?=[^)）]*[{TONED}])[{LETTERS} '’]{{3,40}}[)）])"
)
_BARE = re.compile(f"(?<=[{HAN}])(?P<run>[{LETTERS}]{{1,7}})(?![{LETTERS}A-Z0-9])")
_BOPOMOFO = re.compile(f"(?<=[{HAN}])[(（][\u3105-\u312f\u02ca\u02c7\u02cb\u02d9 ]+[)）]")
#: A letter behind a character, a bracket and spaces between them or not; a toned or phonetic one
#: anywhere. Told from the letter backwards: a page has few of them and thousands of characters.
_WORTH_A_LOOK = re.compile(
    f"[{LETTERS}\u3105-\u312f](?:(?<=[{TONED}\u3105-\u312f])|(?<=[{HAN}].)|(?<=[{HAN}][(（].)"
    f"|(?<=[{HAN}] [(（].)|(?<=[{HAN}][(（] .)|(?<=[{HAN}] [(（] .))"
)
_READING = re.compile(f"[{LETTERS}]+")

#: From so many confirmed readings on, a page is taken to be damaged throughout.
_DAMAGED_FROM = 3


def pinyin(text: str) -> Iterator[Change]:
    """Take out every bracketed reading of the character before it, repeated ones too.

    A bracket goes only if what it holds is a reading of the character in front of it (any of its
    readings; tone marks and digits may be missing), so 研发(R&D), 人工智能(AI) and 图(a) stay.
    In a page full of readings a toned syllable goes even where the reading is another one. A lone
    reading behind an uncommon character is the writer's own gloss and stays: 璧(bì).
    """
    if not _WORTH_A_LOOK.search(text):
        return
    runs = [m for m in _BRACKETED.finditer(text) if _reads(text[m.start() - 1], m["run"])]
    confirmed = len(runs)
    damaged = confirmed >= _DAMAGED_FROM
    found = {m.start(): m for m in runs if damaged or not _is_gloss(text[m.start() - 1], m["run"])}
    if damaged:
        for m in _BRACKETED.finditer(text):
            if m.start() not in found and _toned(m["run"]) and _all_syllables(m["run"]):
                found[m.start()] = m
    for m in sorted(found.values(), key=lambda m: m.start()):
        end = m.end("run") if not m["gap"] else m.end()
        yield Change(m.start(), end, "", "pinyin")


def pinyin_of_words(text: str) -> Iterator[Change]:
    """Take out readings of whole words, 創新(chuàngxīn), and bare or phonetic ones behind it."""
    if not _WORTH_A_LOOK.search(text):
        return
    spans: list[tuple[int, int]] = []
    for m in _WORDWISE.finditer(text):
        letters = "".join(_READING.findall(m["run"]))
        word = m["word"]
        if any(_spells(word[-n:], letters) for n in range(2, len(word) + 1)):
            spans.append(m.span("run"))
    bare = [m.span() for m in _BARE.finditer(text) if _reads(text[m.start() - 1], m["run"])]
    if len(bare) >= _DAMAGED_FROM:
        spans.extend(bare)
    spans.extend(m.span() for m in _BOPOMOFO.finditer(text))
    upto = 0
    for start, end in sorted(spans):
        if start >= upto:
            yield Change(start, end, "", "pinyin")
            upto = end


def readings(char: str) -> frozenset[str]:
    """Every reading of a character without tone, `ü` also as `v` and `u`."""
    return _readings(char) if len(char) == 1 else frozenset()


def plain_reading(printed: str) -> str:
    """A printed syllable without its tone, in ASCII letters: `lǜ` and `lv4` are `lv`."""
    spread = unicodedata.normalize("NFD", printed.replace("ɡ", "g").lower())
    letters = spread.replace("u\u0308", "v")
    return "".join(c for c in letters if "a" <= c <= "z")


def _reads(char: str, run: str) -> bool:
    """Whether every syllable of a run of brackets is a reading of the character."""
    known = _readings(char)
    return all(plain_reading(s) in known for s in _READING.findall(run))


def _spells(word: str, letters: str) -> bool:
    """Whether the letters are readings of the word's characters, one after the other."""
    rest = {plain_reading(letters)}
    for char in word:
        rest = {r[len(s) :] for r in rest for s in _readings(char) if r.startswith(s)}
    return "" in rest


def _toned(run: str) -> bool:
    spread = unicodedata.normalize("NFD", run)
    return any(c in "\u0300\u0301\u0304\u030c" for c in spread)


def _all_syllables(run: str) -> bool:
    return all(plain_reading(s) in _syllables() for s in _READING.findall(run))


def _is_gloss(char: str, run: str) -> bool:
    return _toned(run) and " " not in run and not is_common(char)


@lru_cache(maxsize=20_000)
def _readings(char: str) -> frozenset[str]:
    from pypinyin.constants import PINYIN_DICT  # late: 0.2 s that undamaged texts need not pay

    printed = PINYIN_DICT.get(ord(char), "")
    plain = {plain_reading(p) for p in printed.split(",") if p}
    return frozenset(plain | {p.replace("v", "u") for p in plain}) - {"", "n", "m", "ng", "hm"}


@lru_cache(maxsize=1)
def _syllables() -> frozenset[str]:
    from pypinyin.constants import PINYIN_DICT

    return frozenset(
        plain_reading(p) for printed in PINYIN_DICT.values() for p in printed.split(",")
    ) - {"n", "m", "ng", "hm", ""}
