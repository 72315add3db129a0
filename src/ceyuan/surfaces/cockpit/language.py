"""Which language a page is shown in, and its words in that language.

Chinese comes first. `?lang=en` switches and is remembered in a cookie; a link on every page gives
the same address in the other language.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlencode

from ceyuan.model.bilingual import Language
from ceyuan.model.errors import BadInput

#: The query parameter and the cookie.
PARAMETER = "lang"
COOKIE = "ceyuan_lang"

#: What Babel calls our languages.
LOCALES: dict[Language, str] = {"zh": "zh_Hans_CN", "en": "en_GB"}


def language_asked(query: Mapping[str, str], cookies: Mapping[str, str]) -> Language:
    """The language of a request: the address, else the cookie, else Chinese."""
    given = query.get(PARAMETER) or cookies.get(COOKIE)
    return "en" if given == "en" else "zh"


def address_in(path: str, query: list[tuple[str, str]], language: Language) -> str:
    """The same address, asked for in `language`."""
    kept = [(name, value) for name, value in query if name != PARAMETER]
    return f"{path}?{urlencode([*kept, (PARAMETER, language)])}"


def read_words(folder: Path) -> dict[str, str]:
    """The English words of a folder: its `en.toml`, `"中文" = "English"`; empty without the file.

    Raises:
        BadInput: the file is not TOML, or an entry is not text.
    """
    path = folder / "en.toml"
    if not path.is_file():
        return {}
    try:
        words = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise BadInput(
            f"en.toml cannot be read: {problem}",
            where=str(path),
            remedy='write one line per word: "中文" = "English", in UTF-8',
        ) from problem
    if wrong := [key for key, value in words.items() if not isinstance(value, str)]:
        raise BadInput(
            f"en.toml has entries that are not text: {', '.join(wrong)}",
            where=str(path),
            remedy='write one line per word: "中文" = "English"',
        )
    return words


def said(chinese: str, language: Language, words: Mapping[str, str]) -> str:
    """A word of a template in `language`; without an English word the Chinese one stands."""
    return words.get(chinese, chinese) if language == "en" else chinese
