"""A sentence in the two languages people may ask for."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """What is said to a person, in Chinese and in English; Chinese is the one that counts."""

    zh: str
    en: str

    def in_language(self, language: Language) -> str:
        """Give the sentence in `language`."""
        return self.en if language == "en" else self.zh

    def __str__(self) -> str:
        return self.zh


def in_language(said: "str | Bilingual", language: Language) -> str:
    """Give `said` in `language`; a plain string is the same in both."""
    return said.in_language(language) if isinstance(said, Bilingual) else said
