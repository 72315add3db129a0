"""Files that people hand in: opened with care, refused in words."""

from dataclasses import dataclass
from pathlib import Path

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput

#: Larger files are not documents of a bureau; the limit is checked before anything is read.
LARGEST_MB = 200


class CannotOpenFile(BadInput):
    """A file that is not there, not a file, not readable, or too large."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file's name and its bytes."""

    name: str
    content: bytes


def open_file(path: Path) -> Incoming:
    """Read a file from disk.

    Raises:
        CannotOpenFile: with what is wrong and what to do; nothing was read.
    """
    try:
        if path.is_dir():
            raise _cannot(
                path,
                "这是文件夹，不是文件",
                "this is a folder",
                "给出文件名",
                "name the files in it",
            )
        if path.exists() and not path.is_file():
            raise _cannot(path, "这不是普通文件", "not a regular file", "另存后再读", "save a copy")
        size = path.stat().st_size
        if size >= LARGEST_MB * 2**20:
            raise _cannot(
                path,
                f"文件过大：{size / 2**20:.0f} MB，上限 {LARGEST_MB} MB",
                f"the file is too large: {size / 2**20:.0f} MB of {LARGEST_MB} MB at most",
                "拆成几个文件后再读",
                "split it into several files",
            )
        return Incoming(path.name, path.read_bytes())
    except FileNotFoundError as error:
        raise _cannot(
            path, "没有这个文件", "no such file", "检查路径和文件名", "check the path and the name"
        ) from error
    except PermissionError as error:
        raise _cannot(
            path,
            "没有读取权限",
            "no permission to read it",
            "检查文件权限",
            "check its permissions",
        ) from error
    except OSError as error:
        raise _cannot(
            path,
            f"文件无法读取：{error.strerror}",
            f"the file cannot be read: {error.strerror}",
            "检查磁盘或网络位置",
            "check the disk or the network place",
        ) from error


def _cannot(path: Path, zh: str, en: str, to_do_zh: str, to_do_en: str) -> CannotOpenFile:
    return CannotOpenFile(Bilingual(zh, en), where=str(path), remedy=Bilingual(to_do_zh, to_do_en))
