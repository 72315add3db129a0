"""Taking a file from the disk: size first, bytes after, and a clear word where it cannot be had."""

import os
import stat
from pathlib import Path

from ceyuan.engines.reading.formats.refusal import empty, too_large
from ceyuan.engines.reading.recognise import MOST_BYTES
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput


class Unreadable(BadInput):
    """The file is not there, is no file, or may not be read."""


def bytes_of(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of a regular file of at most `most` bytes.

    The size is asked before the first byte is read, and no more than `most` is ever read, even if
    the file grows meanwhile. Pipes, devices and folders are refused.

    Raises:
        Unreadable: missing, a folder, a device, or without permission.
        TooLarge: over `most` bytes.
        EmptyFile: nothing in it.
    """
    shown = str(path)
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise _refused(shown, "这不是普通文件（文件夹或设备）", "this is no plain file")
        if about.st_size > most:
            raise too_large(
                shown,
                f"{about.st_size >> 20} MB，上限 {most >> 20} MB",
                f"{about.st_size >> 20} MB, the limit is {most >> 20} MB",
            )
        with path.open("rb") as opened:
            content = opened.read(most + 1)
    except FileNotFoundError as problem:
        raise _refused(shown, "没有这个文件", "there is no such file") from problem
    except PermissionError as problem:
        raise _refused(shown, "没有读取权限", "no permission to read it") from problem
    except (OSError, ValueError) as problem:
        why = os.strerror(problem.errno) if isinstance(problem, OSError) and problem.errno else ""
        raise _refused(shown, f"无法读取：{why}", f"cannot be read: {why}") from problem
    if len(content) > most:
        raise too_large(shown, f"上限 {most >> 20} MB", f"the limit is {most >> 20} MB")
    if not content:
        raise empty(shown)
    return content


def _refused(shown: str, zh: str, en: str) -> Unreadable:
    return Unreadable(
        Bilingual(zh, en),
        where=shown,
        remedy=Bilingual("检查路径和权限", "check the path and the permissions"),
    )
