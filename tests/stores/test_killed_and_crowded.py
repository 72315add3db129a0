"""Programs that are killed while they write, and programs that all write at once."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ceyuan.authoring.page import FactQuery
from ceyuan.journeys.verify import verify
from ceyuan.office import Office
from recording_program import BATCH, batch_document

TESTS = Path(__file__).parents[1]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="killing at any moment needs SIGKILL")


def start(home: Path, address: str, run: str, most: int = 10_000) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, TESTS / "recording_program.py", home, address, run, str(most)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(TESTS)},
    )


def killed_at_some_moment(program: subprocess.Popen[str], chance: random.Random) -> list[str]:
    """Kill the program somewhere in its work; gives the batches it said were accepted."""
    assert program.stdout is not None
    said = [program.stdout.readline() for _ in range(chance.randint(1, 4))]
    time.sleep(chance.random() * 0.05)
    program.send_signal(signal.SIGKILL)
    # A last line may be cut off by the kill: only a whole one was said.
    said += [line for line in program.stdout.read().splitlines(keepends=True) if line[-1] == "\n"]
    program.wait()
    assert program.returncode == -signal.SIGKILL
    return said


def test_killing_the_writer_loses_no_accepted_fact_and_leaves_no_half_written_one(
    tmp_path: Path, address: str
) -> None:
    chance = random.Random(7)
    home = tmp_path / "home"
    accepted: list[str] = []
    for run in range(5):
        accepted += killed_at_some_moment(start(home, address, f"run{run}"), chance)

        with Office.open(home, database=address) as office, office.ledger.view() as view:
            for line in accepted:
                name, digest = line.split()
                assert office.archive.get(digest) == batch_document(name)
                assert view.find(FactQuery(document=digest)).total == BATCH - 1
                assert len(office.casebook.events(name)) == 1
                assert view.find(FactQuery(subject=f"enterprise:{name}")).total == 1
            lines, _ = view.documents(limit=100_000)
            assert {line.facts for line in lines} <= {BATCH - 1}
            cases = office.casebook.cases()
            yielded = sum(view.find(FactQuery(subject=f"enterprise:{c.case}")).total for c in cases)
            assert yielded == len(cases)
            assert verify(office).findings == ()
    assert len(accepted) >= 5


def test_programs_that_write_at_once_lose_nothing_and_keep_one_chain(
    tmp_path: Path, address: str
) -> None:
    home = tmp_path / "home"
    writers = [start(home, address, f"writer{n}", most=8) for n in range(4)]

    outputs = [writer.communicate(timeout=200)[0] for writer in writers]

    assert [writer.returncode for writer in writers] == [0] * 4
    assert [len(output.splitlines()) for output in outputs] == [8] * 4
    with Office.open(home, database=address) as office:
        assert office.ledger.find(FactQuery()).total == 4 * 8 * BATCH
        assert len(office.casebook.cases()) == 4 * 8
        assert verify(office).findings == ()


def test_programs_that_record_the_same_facts_at_once_record_them_once(
    tmp_path: Path, address: str
) -> None:
    home = tmp_path / "home"
    with Office.open(home, database=address):
        pass
    program = (
        "import sys; from pathlib import Path; from ceyuan.office import Office\n"
        "from invented_facts import ARTICLE, NOON, fact\n"
        "facts = [fact(str(n)) for n in range(200)]\n"
        "with Office.open(Path(sys.argv[1]), database=sys.argv[2]) as office:\n"
        "    print(office.ledger.record(facts, [ARTICLE], at=NOON).new)\n"
    )
    command = [sys.executable, "-c", program, str(home), address]
    env = {**os.environ, "PYTHONPATH": str(TESTS)}
    writers = [
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) for _ in range(4)
    ]

    new = [int(writer.communicate(timeout=200)[0]) for writer in writers]

    assert sorted(new) == [0, 0, 0, 200]
