"""Files handed in wait on the tray: kept whole, found again by their token, gone in time."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput
from ceyuan.model.period import parse_period
from ceyuan.stores.tray import DAYS, NotOnTray, TooLarge, Tray, TrayFile, TraySlip

TOKEN, OTHER = "0123456789abcdef" * 2, "f" * 32
NOW = datetime(2025, 1, 20, 9, tzinfo=UTC)
REFUSED = BadInput(
    Bilingual("读不了", "cannot be read"), where="坏.xlsx", remedy=Bilingual("重存", "save again")
)


@pytest.fixture
def tray(tmp_path: Path) -> Tray:
    return Tray(tmp_path / "tray")


def slip(token: str = TOKEN, at: datetime = NOW, files: int = 2) -> TraySlip:
    names = [TrayFile(n, f"名册{n}.xlsx", 3, REFUSED if n else None) for n in range(files)]
    return TraySlip(token, "柏某", at, parse_period("2024-12"), "云岫区科技局", tuple(names))


def laid(tray: Tray, **how: object) -> TraySlip:
    made = slip(**how)
    for file in made.files:
        tray.put(made.token, file.number, BytesIO(b"abc"), 3)
    tray.write(made)
    return made


def test_a_slip_is_found_again_as_it_was_laid_down(tray):
    laid(tray)

    found = tray.slip(TOKEN)

    assert (found.by, found.at, found.published) == ("柏某", NOW, parse_period("2024-12"))
    assert [file.name for file in found.files] == ["名册0.xlsx", "名册1.xlsx"]
    assert found.files[1].refused.told("zh") == REFUSED.told("zh")
    assert found.files[1].refused.told("en") == REFUSED.told("en")
    assert tray.content(TOKEN, 1) == b"abc"


def test_slips_come_newest_first(tray):
    laid(tray)
    laid(tray, token=OTHER, at=NOW + timedelta(hours=1))

    assert [each.token for each in tray.slips()] == [OTHER, TOKEN]


def test_a_file_is_taken_off_and_the_slip_goes_with_its_last(tray):
    laid(tray)

    tray.take(TOKEN, frozenset({0}))
    rest = tray.slip(TOKEN).files
    with pytest.raises(NotOnTray):
        tray.content(TOKEN, 0)
    tray.take(TOKEN, frozenset({1}))

    assert [file.number for file in rest] == [1]
    assert tray.slips() == ()
    assert list(tray.folder.iterdir()) == []


def test_what_nobody_decides_on_goes_when_its_time_is_over_and_not_before(tray):
    laid(tray)

    tray.sweep(NOW + timedelta(days=DAYS, seconds=-1))
    assert len(tray.slips()) == 1
    tray.sweep(NOW + timedelta(days=DAYS))

    assert list(tray.folder.iterdir()) == []


def test_what_a_broken_upload_left_is_no_slip_and_goes_after_a_day(tray):
    tray.put(TOKEN, 0, BytesIO(b"abc"), 3)
    today = datetime.now(UTC)

    assert tray.slips() == ()
    tray.sweep(today)
    assert (tray.folder / TOKEN).exists()
    tray.sweep(today + timedelta(days=2))

    assert not (tray.folder / TOKEN).exists()


def test_a_file_over_the_limit_is_refused_and_nothing_of_it_stays(tray):
    with pytest.raises(TooLarge):
        tray.put(TOKEN, 0, BytesIO(b"abcd"), 3)

    assert [place for place in tray.folder.rglob("*") if place.is_file()] == []


@pytest.mark.parametrize("token", ["", "..", "../" * 8, TOKEN.upper(), TOKEN + "0", "/etc/passwd"])
def test_no_word_but_a_token_is_a_place(tray, token):
    for act in (
        lambda: tray.slip(token),
        lambda: tray.content(token, 0),
        lambda: tray.put(token, 0, BytesIO(b"a"), 3),
        lambda: tray.take(token, frozenset({0})),
    ):
        with pytest.raises(NotOnTray):
            act()
