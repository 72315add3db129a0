"""Serving: the address is told, a taken port is told too."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from ceyuan.office import Office
from ceyuan.surfaces.cockpit.serve import PortTaken, serve

PROGRAM = """
import sys
from datetime import date
from pathlib import Path
from ceyuan.office import Office
from ceyuan.surfaces.cockpit.serve import serve
with Office.open(Path(sys.argv[1])) as office:
    serve(office, 0, today=date.today, ready=lambda address: print(address, flush=True))
"""


def test_the_address_is_told_and_answers_until_interrupted(tmp_path):
    served = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "home")],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        address = served.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)

        with urllib.request.urlopen(address, timeout=30) as answer:
            assert answer.status == 200
            assert "策源" in answer.read().decode()
    finally:
        served.send_signal(signal.SIGINT)
        assert served.wait(timeout=30) in (0, -signal.SIGINT, 130, 1)


def test_a_taken_port_is_told_with_what_to_do(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken, Office.open(tmp_path / "home") as office:
        port = taken.getsockname()[1]
        with pytest.raises(PortTaken) as refused:
            serve(office, port, today=lambda: None)

    assert str(port) in refused.value.told("zh")
    assert "--port 0" in refused.value.told("zh")
