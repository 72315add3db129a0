"""Files that commands write: whether that can be done is asked before the work, not after it."""

import os
from pathlib import Path

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput


class CannotWrite(BadInput):
    """The place a command is to write to is a folder, is not there, or may not be written."""


def refuse_unwritable(path: Path, option: str) -> None:
    """Tell at once that a file cannot be written.

    Raises:
        CannotWrite: with what is wrong and what to do.
    """
    folder = path.absolute().parent
    if path.is_dir():
        said = Bilingual("这是文件夹，要写文件名", "this is a folder; a file name is wanted")
    elif not folder.is_dir():
        said = Bilingual(f"没有文件夹 {folder}", f"there is no folder {folder}")
    elif not os.access(path if path.exists() else folder, os.W_OK):
        said = Bilingual("没有写入权限", "no permission to write there")
    else:
        return
    raise CannotWrite(
        said,
        where=f"{option} {path}",
        remedy=Bilingual("换一个能写的位置", "choose another place"),
    )
