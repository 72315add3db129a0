"""Tables that can always be computed again, kept as Parquet under a name that says of what.

Any number of processes may read and write one folder: a set of tables appears whole or not at all,
and what is damaged counts as not there. Nothing here is part of a backup.
"""

import json
import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

#: What a set holds: the digest of each of its files. Written last.
_LIST = "list.json"


class KeptTables:
    """Sets of tables in a folder, the most recently used ones."""

    def __init__(self, folder: Path, most: int = 6) -> None:
        """`most` sets are kept; those not asked for the longest go."""
        self._folder = folder
        self._most = most

    def get(self, name: str) -> "dict[str, pa.Table] | None":
        """The tables of a set by their names; None where it is not there or not whole."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        place = self._folder / name
        try:
            listed = json.loads((place / _LIST).read_bytes())
            found = {}
            for table, digest in listed.items():
                content = (place / f"{digest}.parquet").read_bytes()
                if sha256(content).hexdigest() != digest:
                    return None
                found[table] = pq.ParquetFile(pa.BufferReader(content)).read(use_threads=False)
            (place / _LIST).touch()
        except (OSError, ValueError, AttributeError, pa.ArrowException):
            return None
        return found

    def put(self, name: str, tables: "Mapping[str, pa.Table]") -> None:
        """Keep a set under a name; one that is there and not whole is replaced.

        A folder that cannot be written keeps nothing; everything is computed anew then.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            made = Path(mkdtemp(prefix=".new-", dir=self._folder))
        except OSError:
            return
        try:
            listed = {table: _write(made, columns) for table, columns in tables.items()}
            (made / _LIST).write_text(json.dumps(listed), "utf-8")
            self._put_in_place(made, self._folder / name)
            self._drop_oldest()
        except OSError:
            return
        finally:
            shutil.rmtree(made, ignore_errors=True)

    def _put_in_place(self, made: Path, place: Path) -> None:
        if place.exists() and self.get(place.name) is None:
            shutil.rmtree(place, ignore_errors=True)
        try:
            made.rename(place)
        except OSError:
            if not place.is_dir():  # else another process was quicker, with the same
                raise

    def _drop_oldest(self) -> None:
        used = []
        for place in self._folder.iterdir():
            try:
                used.append(((place / _LIST).stat().st_mtime_ns, place))
            except OSError:
                continue  # being written, or being dropped
        for _, place in sorted(used, reverse=True)[self._most :]:
            shutil.rmtree(place, ignore_errors=True)


def _write(folder: Path, table: "pa.Table") -> str:
    import pyarrow as pa
    import pyarrow.parquet as pq

    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    content = sink.getvalue().to_pybytes()
    digest = sha256(content).hexdigest()
    (folder / f"{digest}.parquet").write_bytes(content)
    return digest
