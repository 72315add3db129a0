"""What a person asks of every command alike: the language, the home.

`--lang` and `--home` may stand anywhere on the line; they are taken out before the command sees it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ceyuan.model.bilingual import Bilingual, Language
from ceyuan.model.errors import BadInput


@dataclass(frozen=True, slots=True)
class Asked:
    """The wishes that hold for the whole call; `home` None is the home of the settings."""

    language: Language = "zh"
    home: Path | None = None


class UnknownLanguage(BadInput):
    """Neither Chinese nor English."""


class MissingValue(BadInput):
    """An option stands at the end of the line without its value."""


_current = Asked()


def asked() -> Asked:
    """The wishes of this call."""
    return _current


def set_asked(wishes: Asked) -> None:
    """Let `wishes` hold from now on."""
    global _current
    _current = wishes


def say(zh: str, en: str) -> str:
    """The sentence in the language of this call."""
    return en if _current.language == "en" else zh


def take_asked(line: Sequence[str], environment: Mapping[str, str]) -> tuple[Asked, list[str]]:
    """The wishes on a command line, and the line without them.

    The line wins over CEYUAN_LANG; without either it is Chinese.

    Raises:
        UnknownLanguage: the language is neither `zh` nor `en`.
        MissingValue: the line ends where a value is due.
    """
    found: dict[str, str] = {"--lang": environment.get("CEYUAN_LANG", "") or "zh"}
    rest: list[str] = []
    words = iter(line)
    for word in words:
        option, equals, value = word.partition("=")
        if word == "--":
            rest += [word, *words]
        elif option not in ("--lang", "--home"):
            rest.append(word)
        else:
            given = value if equals else next(words, None)
            if given is None:
                raise MissingValue(
                    Bilingual(f"{option} 后面缺少内容", f"{option} lacks its value"),
                    remedy=Bilingual(_EXAMPLES[option], _EXAMPLES[option]),
                )
            found[option] = given
    said = found["--lang"].lower().replace("_", "-").partition("-")[0]
    if said not in ("zh", "en"):
        raise UnknownLanguage(
            Bilingual(f"没有语言 {found['--lang']!r}", f"no language {found['--lang']!r}"),
            where=Bilingual("--lang 或 CEYUAN_LANG", "--lang or CEYUAN_LANG"),
            remedy=Bilingual("用 zh 或 en", "use zh or en"),
        )
    language: Language = "en" if said == "en" else "zh"
    home = Path(found["--home"]) if "--home" in found else None
    return Asked(language, home), rest


_EXAMPLES = {"--lang": "--lang en", "--home": "--home ./ceyuan-home"}
