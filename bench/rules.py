"""How fast rules are: beside OpenFisca core, on a million firms, on a workbook, on one firm, on a reform.

    .venv/bin/python bench/rules.py [--firms 1000000] [--openfisca /path/to/python]

OpenFisca core (AGPL) is no dependency: give the Python of an environment that has `openfisca-core`,
and the same programme runs there in the same run.
"""

import argparse
import io
import json
import resource
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from ceyuan.catalogue import load_catalogue
from ceyuan.engines.rules.answer import answers
from ceyuan.engines.rules.arrays import compute
from ceyuan.engines.rules.distance import distance
from ceyuan.engines.rules.engine import open_engine
from ceyuan.engines.rules.numpy_engine import compute_in_stretches
from ceyuan.engines.rules.simulate import compare
from ceyuan.engines.rules.sql.duckdb_engine import open_parquet
from ceyuan.engines.rules.table import ARROW_TYPES, fitted, vectors_of
from ceyuan.engines.rules.trace import trace
from ceyuan.engines.rules.whole import whole_graph
from ceyuan.journeys.incoming import Incoming
from ceyuan.journeys.own_table import open_table
from rules_programme import GRAPH, columns

ON = date(2025, 6, 1)
HERE = Path(__file__).parent


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--firms", type=int, default=1_000_000)
    asked.add_argument("--openfisca", default="")
    given = asked.parse_args()
    beside_openfisca(given.firms, given.openfisca)
    one_firm()
    reform()
    workbook(200_000)
    everything(given.firms)


def beside_openfisca(firms: int, python: str) -> None:
    """15 nodes, the columns in memory; median of five."""
    table = pa.table(columns(firms))
    rows, _ = fitted(table, [GRAPH])
    given = vectors_of(rows, GRAPH)
    for threads in (1, 2):
        for kept, name in (
            ((), "all rules kept"),
            (("eligible", "amount"), "verdict and amount kept"),
        ):
            seconds = _median(
                lambda n=threads, w=kept: compute_in_stretches(
                    GRAPH, given, firms, wanted=w, threads=n
                )
            )
            rate = f"{firms / seconds / 1e6:.2f} M firms/s"
            _say(f"15 nodes, NumPy, {threads} thread(s), {name}", rate)
    with open_engine("duckdb", rows) as engine:
        seconds = _median(lambda: engine.answer(GRAPH))
    _say("15 nodes, DuckDB, Arrow in and out", f"{firms / seconds / 1e6:.2f} M firms/s")
    if python:
        with tempfile.NamedTemporaryFile(suffix=".npz") as file:
            np.savez(file, **{name: table[name].to_numpy() for name in table.column_names})
            file.flush()
            line = [python, str(HERE / "rules_openfisca.py"), file.name]
            said = json.loads(subprocess.run(line, check=True, capture_output=True).stdout)
        _say("15 nodes, OpenFisca core " + said["version"], f"{said['rate'] / 1e6:.2f} M firms/s")
        with open_engine("duckdb", rows) as engine:
            mine = int(np.sum(engine.answer(GRAPH)["eligible"].fill_null(False).to_numpy()))
        _say("  eligible here / there (float32)", f"{mine} / {said['eligible']}")


def one_firm() -> None:
    """An explained answer: verdict, trace of every step, and the distance, once warm."""
    programme = _programmes()["high_tech_enterprise"]
    graph = whole_graph(programme, ON)
    table = _random_firms(graph.inputs, 1, missing=0.0)
    rows, _ = fitted(table, [graph])
    given = vectors_of(rows, graph)
    _say(
        "one firm, high_tech_enterprise, answer and trace",
        _ms(lambda: trace(graph, compute(graph, given), given, 0)),
    )
    _say("one firm, distance to every limit", _ms(lambda: distance(graph, given)))


def reform() -> None:
    """5,000 firms before and after a changed parameter, with winners and losers."""
    programme = _programmes()["high_tech_enterprise"]
    before = whole_graph(programme, ON)
    rows, _ = fitted(_random_firms(before.inputs, 5_000), [before])

    def run() -> None:
        changed = programme.changed({"st_staff_share_floor": 0.2}, ON, "bench")
        after = whole_graph(changed, ON)
        with open_engine("numpy", rows) as engine:
            compare(answers(engine, before, rows), answers(engine, after, rows))

    _say("reform over 5,000 firms", _ms(run))


def workbook(count: int) -> None:
    """From the bytes of a CSV and of a workbook to columns of the engine."""
    catalogue = load_catalogue()
    items = [item for item in catalogue.programmes if item.name == "high_tech_enterprise"]
    head = [
        "企业名称",
        "成立日期",
        "营业收入（万元）",
        "研发费用（万元）",
        "职工总数",
        "科技人员数",
    ]
    rng = np.random.default_rng(1)
    body = [
        [f"云岫第{i}号企业", "2015-03-01", round(float(a), 2), round(float(b), 2), int(c), int(d)]
        for i, (a, b, c, d) in enumerate(rng.uniform(10, 5000, (count, 4)))
    ]
    text = "\n".join(",".join(map(str, row)) for row in [head, *body])
    file = Incoming("企业.csv", text.encode())
    seconds = _time(lambda: open_table(catalogue, items, file, ON))
    _say(f"CSV, {count:,} rows × 6", f"{count / seconds:,.0f} rows/s")
    import xlsxwriter

    sink = io.BytesIO()
    with xlsxwriter.Workbook(sink, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([head, *body]):
            sheet.write_row(number, 0, row)
    file = Incoming("企业.xlsx", sink.getvalue())
    seconds = _time(lambda: open_table(catalogue, items, file, ON))
    _say(f"workbook, {count:,} rows × 6", f"{count / seconds:,.0f} rows/s")


def everything(firms: int) -> None:
    """Every programme about enterprises, from one Parquet file to Parquet files of answers."""
    graphs = [
        whole_graph(p, ON)
        for p in _programmes().values()
        if p.kind == "enterprise" and p.in_force(ON)
    ]
    inputs: dict[str, Any] = {}
    for graph in graphs:
        inputs |= graph.inputs
    nodes = sum(len(graph.nodes) for graph in graphs)
    with tempfile.TemporaryDirectory() as folder:
        snapshot = Path(folder) / "snapshot.parquet"
        with pq.ParquetWriter(snapshot, _random_firms(inputs, 1).schema) as writer:
            for start in range(0, firms, 100_000):
                size = min(100_000, firms - start)
                writer.write_table(_random_firms(inputs, size, seed=start))
        size = snapshot.stat().st_size / 2**20
        begun = time.perf_counter()
        with open_parquet(snapshot) as engine:
            for graph in graphs:
                engine.answer_into(graph, Path(folder) / f"{graph.programme.name}.parquet")
        seconds = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    _say(
        f"{firms:,} firms × {len(graphs)} programmes ({nodes} rules, {len(inputs)} inputs, {size:.0f} MB)",
        f"{seconds:.1f} s, {firms * len(graphs) / seconds / 1e6:.2f} M answers/s, peak {peak:.1f} GB",
    )


def _programmes() -> dict[str, Any]:
    return {item.name: item.programme for item in load_catalogue().programmes}


def _random_firms(
    inputs: dict[str, Any], rows: int, *, missing: float = 0.05, seed: int = 0
) -> pa.Table:
    rng = np.random.default_rng(seed)
    made = {}
    for name, type_ in inputs.items():
        arrow = ARROW_TYPES[type_]
        if type_.value == "number":
            values: Any = np.rint(rng.lognormal(15, 3, rows))
        elif type_.value == "truth":
            values = rng.random(rows) < 0.7
        elif type_.value == "day":
            values = rng.integers(7_000, 20_000, rows).astype("datetime64[D]")
        else:
            values = np.array(["a", "b", "|高企|", ""], dtype=object)[rng.integers(0, 4, rows)]
        made[name] = pa.array(values, arrow, mask=rng.random(rows) < missing)
    return pa.table(made)


def _median(act: Callable[[], Any]) -> float:
    act()
    return statistics.median(_time(act) for _ in range(5))


def _ms(act: Callable[[], Any]) -> str:
    act()
    return f"{statistics.median(_time(act) for _ in range(9)) * 1000:.2f} ms"


def _time(act: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def _say(what: str, figure: str) -> None:
    print(f"{what:70} {figure}", flush=True)


if __name__ == "__main__":
    main()
