"""Real damaged texts that lie beside a checkout: nothing is lost, and the damage goes."""

import re
from pathlib import Path

import pytest

from ceyuan.engines.reading.recognise import recognise
from ceyuan.engines.reading.repair import repair

_SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_INJECTED = re.compile(rf"[一-鿿] ?[(（] ?[a-zü{_TONED}]*[{_TONED}][a-zü{_TONED}]* ?[)）]")

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not _SEEDS.is_dir(), reason="no reference texts beside this checkout"),
]


@pytest.fixture(params=sorted(_SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def raw(request) -> str:
    return recognise(request.param.read_bytes(), request.param.name).text


def test_every_edit_of_a_real_page_can_be_undone(raw):
    assert repair(raw).raw == raw


def test_at_least_99_of_100_injected_readings_go(raw):
    injected = len(_INJECTED.findall(raw))

    left = len(_INJECTED.findall(repair(raw).clean))

    assert left <= injected / 100


def test_every_number_of_the_page_is_still_there(raw):
    numbers = re.compile(r"\d+(?:\.\d+)?")

    assert sorted(numbers.findall(repair(raw).clean)) == sorted(numbers.findall(raw))


def test_repairing_a_repaired_page_changes_nothing(raw):
    once = repair(raw).clean

    assert repair(once).clean == once
