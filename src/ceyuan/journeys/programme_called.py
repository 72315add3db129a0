"""Which programme a person means: by the name of its folder, or by its title in either language."""

import unicodedata
from collections.abc import Sequence

from ceyuan.catalogue import Catalogue, ProgrammeItem
from ceyuan.catalogue.fault import nearest
from ceyuan.journeys.programme_examples import NoSuchProgramme
from ceyuan.model.bilingual import Bilingual

#: Candidates told of.
_TOLD = 6


def chosen(catalogue: Catalogue, wanted: Sequence[str]) -> list[ProgrammeItem]:
    """The programmes called so, each once; all for none.

    Raises:
        NoSuchProgramme: a word is no name, no title, and part of no title or of several.
    """
    if not wanted:
        return list(catalogue.programmes)
    return list({id(item): item for item in (called(catalogue, one) for one in wanted)}.values())


def called(catalogue: Catalogue, word: str) -> ProgrammeItem:
    """The programme of a name, a title, or a part of a title that only one has.

    Raises:
        NoSuchProgramme: there is none, or there are several.
    """
    plain = _plain(word)
    within = []
    for item in catalogue.programmes:
        titles = (_plain(item.card.term.zh), _plain(item.card.term.en))
        if item.name == word or plain in titles or plain == _plain(item.name):
            return item
        if len(plain) > 1 and any(plain in title for title in titles):
            within.append(item)
    if len(within) == 1:
        return within[0]
    if within:
        raise NoSuchProgramme(
            Bilingual(
                f"“{word}”可指 {len(within)} 项政策", f"{word!r} may be {len(within)} programmes"
            ),
            remedy=_choose(within),
        )
    raise NoSuchProgramme(
        Bilingual(f"没有政策“{word}”", f"there is no programme {word!r}"),
        remedy=_like(catalogue, word),
    )


def _choose(items: Sequence[ProgrammeItem]) -> Bilingual:
    more = " …" if len(items) > _TOLD else ""
    zh = "、".join(f"{item.name}（{item.card.term.zh}）" for item in items[:_TOLD])
    en = ", ".join(f"{item.name} ({item.card.term.en})" for item in items[:_TOLD])
    return Bilingual(f"写其中之一：{zh}{more}", f"write one of {en}{more}")


def _like(catalogue: Catalogue, word: str) -> Bilingual:
    spellings = {_plain(item.name): item for item in catalogue.programmes}
    spellings |= {_plain(item.card.term.zh): item for item in catalogue.programmes}
    like = nearest(_plain(word), list(spellings))
    if len(catalogue.programmes) <= _TOLD:
        return _choose(catalogue.programmes)
    see = Bilingual("用 ceyuan programme 看有哪些政策", "see all with `ceyuan programme`")
    if not like:
        return see
    item = spellings[like]
    return Bilingual(
        f"是否想写 {item.name}（{item.card.term.zh}）？{see.zh}",
        f"did you mean {item.name} ({item.card.term.en})? {see.en}",
    )


def _plain(word: str) -> str:
    even = unicodedata.normalize("NFKC", word).casefold()
    return "".join(c for c in even if c.isalnum())
