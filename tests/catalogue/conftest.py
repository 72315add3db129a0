"""A district that tests may spoil."""

import shutil
import uuid
from pathlib import Path

import pytest

TOYLAND = Path(__file__).parents[1] / "toyland"


@pytest.fixture
def land(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of toyland under a name of its own, so that it can be spoilt."""
    root = tmp_path / f"land_{uuid.uuid4().hex[:8]}"
    shutil.copytree(TOYLAND, root, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.syspath_prepend(str(tmp_path))
    return root
