"""The cockpit: from command to first page, the first page itself, and every page when warm.

    python bench/cockpit.py [--home FOLDER] [--rounds 20] [--json]

Without a home the sample district is built in a temporary one. Times are what a client on this
machine waits for, in a process of its own, so nothing is warm that a reader would find cold.
"""

import argparse
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from ceyuan.authoring.page import FactQuery
from ceyuan.journeys.demo import build_demo
from ceyuan.office import Office


def main() -> None:
    """Print one line per measurement, or JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--home", type=Path)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ceyuan-bench-") as scratch:
        home = asked.home or Path(scratch) / "home"
        with Office.open(home) as office:
            if asked.home is None:
                build_demo(office, now=datetime.now(UTC))
            addresses, facts = _addresses(office)
        measured = _measure(home, addresses, asked.rounds)
    measured["facts in the home"] = facts
    if asked.json:
        print(json.dumps(measured, ensure_ascii=False, indent=1))
        return
    for name, value in measured.items():
        print(
            f"{name:38} {value:>10.1f} ms" if isinstance(value, float) else f"{name:38} {value:>10}"
        )


def _addresses(office: Office) -> tuple[dict[str, str], int]:
    """One address for each sort of page."""
    page = office.ledger.find(FactQuery(limit=1))
    fact = page.facts[0]
    return {
        "overview": "/",
        "facts": "/facts",
        "facts, filtered": "/facts?standing=reported&section=main",
        "fact card": f"/facts/{fact.id}",
        "documents": "/documents",
        "document": f"/documents/{fact.document}",
        "facts as JSON": "/facts.json",
    }, page.total


def _measure(home: Path, addresses: dict[str, str], rounds: int) -> dict[str, float | int]:
    began = perf_counter()
    served = subprocess.Popen(
        [sys.executable, "-m", "ceyuan", "--home", str(home), "serve", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "NO_COLOR": "1"},
    )
    try:
        assert served.stdout is not None
        told = next(line for line in served.stdout if "http://" in line)
        base = re.search(r"http://\S+?(?=/?\s*$)", told)
        assert base is not None
        open_after = perf_counter() - began
        spent = _processor_time(served.pid)
        first = _wait(f"{base[0]}/")
        measured: dict[str, float | int] = {
            "command to address told": open_after * 1e3,
            "… of processor time": spent,
            "command to first page": (perf_counter() - began) * 1e3,
            "first page of a fresh process": first,
        }
        for name, address in addresses.items():
            waits = [_wait(base[0] + address) for _ in range(rounds)]
            measured[f"{name}, p50"] = statistics.median(waits)
            measured[f"{name}, worst of {rounds}"] = max(waits)
        return measured
    finally:
        served.send_signal(signal.SIGINT)
        served.wait(timeout=30)


def _processor_time(process: int) -> float:
    """Milliseconds of processor time a process has had: fair on a machine that others use too."""
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():
        return float("nan")
    fields = stat.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1e3 / os.sysconf("SC_CLK_TCK")


def _wait(address: str) -> float:
    """Milliseconds until the whole answer is there."""
    began = perf_counter()
    with urllib.request.urlopen(address, timeout=60) as answer:
        answer.read()
    return (perf_counter() - began) * 1e3


if __name__ == "__main__":
    main()
