"""The command line, run as people run it: a process of its own, in a folder of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest


@dataclass(frozen=True)
class Said:
    """What a run printed, and its exit code."""

    out: str
    err: str
    code: int

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Ceyuan = Callable[..., Said]


@pytest.fixture(scope="session")
def bytecode(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Compiled modules are kept from one run to the next, whatever the machine's settings say."""
    folder = tmp_path_factory.mktemp("bytecode")
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder)}


@pytest.fixture(scope="session")
def ceyuan_in(bytecode: dict[str, str]) -> Callable[[Path], Ceyuan]:
    """Gives what runs command lines in a folder; `env` adds to the environment."""

    def in_folder(folder: Path) -> Ceyuan:
        def run(*line: str | Path, **env: str) -> Said:
            clean = {k: v for k, v in os.environ.items() if not k.startswith("CEYUAN_")}
            done = subprocess.run(
                [sys.executable, "-m", "ceyuan", *map(str, line)],
                cwd=folder,
                env={**clean, **bytecode, "COLUMNS": "80", "NO_COLOR": "1", **env},
                capture_output=True,
                encoding="utf-8",
                timeout=120,
            )
            return Said(done.stdout, done.stderr, done.returncode)

        return run

    return in_folder


@pytest.fixture
def ceyuan(ceyuan_in: Callable[[Path], Ceyuan], tmp_path: Path) -> Ceyuan:
    """Runs one command line in an empty folder."""
    return ceyuan_in(tmp_path)
