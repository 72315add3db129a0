"""Why a file cannot be read: one class for each situation that a person can mend differently."""

from ceyuan.authoring.reader import Sheet
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput


class EmptyFile(BadInput):
    """Nothing in it, or nothing but blanks."""


class TooLarge(BadInput):
    """More than this machine will take in, as it lies or unpacked."""


class Protected(BadInput):
    """A password is needed to open it."""


class Damaged(BadInput):
    """It says what it is and is not."""


class Dangerous(BadInput):
    """It is made to harm whoever opens it: a bomb, an entity expansion."""


class NotSupported(BadInput):
    """A known format that Ceyuan does not read."""


class NoText(BadInput):
    """Pictures of pages, without the text."""


class NoTable(BadInput):
    """A workbook in which no sheet has a cell that says something."""


def empty(name: str) -> EmptyFile:
    """The refusal of an empty file."""
    return EmptyFile(
        Bilingual("文件是空的", "the file is empty"),
        where=name,
        remedy=Bilingual("检查文件是否传输完整", "check that it was copied completely"),
    )


def too_large(name: str, what_zh: str, what_en: str) -> TooLarge:
    """The refusal of something too large, in words for people."""
    return TooLarge(
        Bilingual(f"文件过大：{what_zh}", f"the file is too large: {what_en}"),
        where=name,
        remedy=Bilingual("拆成几个文件后再读", "split it into several files"),
    )


def protected(name: str) -> Protected:
    """The refusal of a file with a password."""
    return Protected(
        Bilingual("文件设有密码，无法打开", "the file is protected by a password"),
        where=name,
        remedy=Bilingual("去掉密码另存一份后再读", "save a copy without the password"),
    )


def damaged(name: str, sort_zh: str, sort_en: str) -> Damaged:
    """The refusal of a broken file."""
    return Damaged(
        Bilingual(f"{sort_zh}已损坏，无法读取", f"the {sort_en} is damaged and cannot be read"),
        where=name,
        remedy=Bilingual(
            "重新下载，或用原来的软件打开后另存", "fetch it again, or open and save it anew"
        ),
    )


def with_a_table(sheets: tuple[Sheet, ...], name: str) -> tuple[Sheet, ...]:
    """The same sheets, if any of them has a cell that says something."""
    if any(cell is not None for sheet in sheets for row in sheet.rows for cell in row):
        return sheets
    raise no_table(name)


def no_table(name: str) -> NoTable:
    """The refusal of a workbook in which nothing is written."""
    return NoTable(
        Bilingual(
            "工作簿里没有表格，各工作表都是空的", "the workbook has no table: every sheet is empty"
        ),
        where=name,
        remedy=Bilingual("检查是否给错了文件", "check that it is the right file"),
    )


def not_supported(name: str, sort_zh: str, sort_en: str, save_as: str) -> NotSupported:
    """The refusal of a format that is known and not read, but can be saved as one that is."""
    return _not_read(
        name,
        Bilingual(sort_zh, sort_en),
        Bilingual(f"另存为 {save_as} 后再读", f"save it as {save_as} and read that"),
    )


def archive(name: str) -> NotSupported:
    """The refusal of packed files."""
    return _not_read(
        name,
        Bilingual("压缩包", "an archive"),
        Bilingual("解开后逐个读取里面的文件", "unpack it and read the files inside"),
    )


def picture(name: str) -> NotSupported:
    """The refusal of a picture."""
    return _not_read(
        name,
        Bilingual("图片", "a picture"),
        Bilingual("先做文字识别（OCR）再读", "run text recognition on it first"),
    )


def _not_read(name: str, sort: Bilingual, remedy: Bilingual) -> NotSupported:
    return NotSupported(
        Bilingual(f"这是{sort.zh}，不能直接读取", f"this is {sort.en}, which is not read"),
        where=name,
        remedy=remedy,
    )
