"""What a name ends in: a company's legal form, an institution's head, a branch; misread ones too."""

from dataclasses import dataclass
from functools import lru_cache

from ceyuan.engines.registry.names.look_alike import look_alike
from ceyuan.engines.registry.names.vocabulary import vocabulary

#: From this length on, one wrong character does not hide which form is meant.
_SURE_LENGTH = 6
#: Shorter forms are mended only where 有限 is left, or the wrong character looks like the right one.
_SHORTEST_MENDED = 4
#: Short heads that a look-alike often spoils; each with a meaning of its own, so never guessed more.
_OFTEN_MISREAD = ("大学", "学院", "医院", "银行", "公司", "研究院", "研究所", "委员会", "集团")


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of a name.

    Attributes:
        form: what the legal form means; empty for none. `form_printed` is the form itself.
        head: the head of an institution or branch; empty for none.
        branch: whether the head is a branch's.
        mended: the misread characters as printed; empty where nothing was misread.
    """

    form: str = ""
    form_printed: str = ""
    head: str = ""
    branch: bool = False
    mended: str = ""

    @property
    def known(self) -> bool:
        """Whether the name ends in anything known."""
        return bool(self.form or self.head)

    def put_right(self, text: str) -> str:
        """`text` with the misread form in its right spelling."""
        before, found, after = text.rpartition(self.mended)
        return before + (self.form_printed or self.head) + after if found else text


@lru_cache(maxsize=1 << 16)
def ending_of(text: str) -> Ending:
    """The end of a name without brackets."""
    known = vocabulary()
    for branch in known.branches:
        if text.endswith(branch) and len(text) > len(branch):
            return Ending(head=branch, branch=True)
    for form in _forms():
        if form == "商行" and text.endswith("农商行"):
            continue  # 农村商业银行, and no shop
        if text.endswith(form) and len(text) > len(form):
            return Ending(form=known.forms[form], form_printed=form)
        if tail := _misprint(text, form):
            return Ending(form=known.forms[form], form_printed=form, mended=tail)
    for head in known.heads:
        if head != "集团" and text.endswith(head) and len(text) > len(head):
            return Ending(head=head)
    return _misread(text)


def _misprint(text: str, form: str) -> str:
    """What stands where this legal form is meant: one character of it is wrong; else empty."""
    if len(form) < _SHORTEST_MENDED or len(text) <= len(form):
        return ""
    tail = text[-len(form) :]
    differing = [(a, b) for a, b in zip(form, tail, strict=True) if a != b]
    sure = len(form) >= _SURE_LENGTH or "有限" in tail
    if len(differing) == 1 and (sure or look_alike(*differing[0])):
        return tail
    return ""


def _misread(text: str) -> Ending:
    known = vocabulary()
    for head in _OFTEN_MISREAD:
        tail = text[-len(head) :]
        differing = [(a, b) for a, b in zip(head, tail, strict=False) if a != b]
        if len(tail) < len(text) and len(differing) == 1 and look_alike(*differing[0]):
            if head in known.forms:
                return Ending(form=known.forms[head], form_printed=head, mended=tail)
            return Ending(head=head, mended=tail)
    return Ending()


@lru_cache(maxsize=1)
def _forms() -> tuple[str, ...]:
    return tuple(sorted(vocabulary().forms, key=len, reverse=True))
