"""How fast rules are: beside OpenFisca core, on a million firms, on one, on a workbook, on a ledger.

    .venv/bin/python bench/rules.py [--firms 1000000] [--facts 1000000 5000000]
        [--openfisca /path/to/python]

OpenFisca core (AGPL) is no dependency: give the Python of an environment that has `openfisca-core`,
and the same programme runs there in the same run.
"""

import argparse
import io
import json
import os
import resource
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from ceyuan.authoring.page import FactQuery
from ceyuan.authoring.rules import Type
from ceyuan.catalogue import load_catalogue
from ceyuan.engines.rules.answer import answers
from ceyuan.engines.rules.arrays import compute
from ceyuan.engines.rules.distance import distance
from ceyuan.engines.rules.engine import open_engine
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.numpy_engine import compute_in_stretches
from ceyuan.engines.rules.simulate import compare
from ceyuan.engines.rules.snapshot import Snapshot, snapshot_of
from ceyuan.engines.rules.sql.duckdb_engine import open_parquet
from ceyuan.engines.rules.table import ARROW_TYPES, fitted, vectors_of
from ceyuan.engines.rules.trace import trace
from ceyuan.engines.rules.whole import whole_graph
from ceyuan.journeys import day_assessed
from ceyuan.journeys.demo import build_demo
from ceyuan.journeys.incoming import Incoming
from ceyuan.journeys.own_table import open_table
from ceyuan.model.kind import Kind
from ceyuan.office import Office
from rules_programme import GRAPH, columns

ON = date(2025, 6, 1)
HERE = Path(__file__).parent


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--firms", type=int, default=1_000_000)
    asked.add_argument("--openfisca", default="")
    asked.add_argument("--facts", type=int, nargs="*", default=[1_000_000, 5_000_000])
    given = asked.parse_args()
    _say("load average when begun", " ".join(f"{one:.1f}" for one in os.getloadavg()))
    beside_openfisca(given.firms, given.openfisca)
    one_firm()
    reform()
    a_day()
    workbook(200_000)
    snapshots(given.facts)
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
    """From the bytes of a CSV and of a workbook to columns of the engine; figures that go together."""
    catalogue = load_catalogue()
    items = [item for item in catalogue.programmes if item.name == "high_tech_enterprise"]
    whole_graph(items[0].programme, ON)
    head = [
        "企业名称",
        "成立日期",
        "营业收入（万元）",
        "研发费用（万元）",
        "职工总数",
        "科技人员数",
    ]
    rng = np.random.default_rng(1)
    shares = rng.uniform(0.01, 0.9, (count, 2))
    body = [
        [
            f"云岫第{i}号企业",
            "2015-03-01",
            round(float(a), 2),
            round(float(a * p), 2),
            int(c),
            int(c * q),
        ]
        for i, ((a, c), (p, q)) in enumerate(
            zip(rng.uniform(10, 5000, (count, 2)), shares, strict=True)
        )
    ]
    text = "\n".join(",".join(map(str, row)) for row in [head, *body])
    import xlsxwriter

    sink = io.BytesIO()
    with xlsxwriter.Workbook(sink, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([head, *body]):
            sheet.write_row(number, 0, row)
    del body
    for file, name in (
        (Incoming("企业.csv", text.encode()), "CSV"),
        (Incoming("企业.xlsx", sink.getvalue()), "workbook (.xlsx)"),
    ):
        clock, cpu = _best(lambda file=file: open_table(catalogue, items, file, ON))
        rate = f"{count / clock:,.0f} rows/s ({count / cpu:,.0f} a second of one core)"
        _say(f"{name}, {count:,} rows × 6", rate)


def snapshots(counts: Sequence[int]) -> None:
    """From facts as the ledger gives them to one row for each firm, every input of its programmes."""
    catalogue = load_catalogue()
    kind = catalogue.kinds["enterprise"]
    graphs = [
        whole_graph(p, ON) for p in _programmes().values() if p.kind == kind.name and p.in_force(ON)
    ]
    asked = list({name: one for g in graphs for name, one in g.asked.items()}.values())
    for count in counts:
        facts = _random_facts(kind, count)
        clock, cpu = _best(lambda facts=facts: snapshot_of(facts, kind, asked, ON))
        made = snapshot_of(facts, kind, asked, ON)
        rows = made.table.num_rows
        _say(
            f"snapshot of {count:,} facts ({rows:,} firms × {len(asked)} inputs)",
            f"{clock:.1f} s ({cpu:.1f} s of one core)",
        )
        clock, _ = _best(lambda made=made: Snapshot(made.table).digest, times=1)
        _say("  its file and name", f"{clock:.2f} s, {len(made.parquet) / 2**20:.0f} MB")
        del facts, made


def a_day() -> None:
    """Everybody of the sample district under every programme in force there: cold, kept, in memory."""
    with tempfile.TemporaryDirectory() as folder, Office.open(Path(folder) / "home") as office:
        build_demo(office, now=datetime.now(UTC))
        for item in office.catalogue.programmes:
            item.programme  # noqa: B018 - loaded when the cockpit starts
        office.ledger.find(FactQuery(limit=1))
        _say("a day of the sample district, nothing kept", f"{_time(_day(office)) * 1000:.0f} ms")
        for name in ("kept by another process", "the same again"):
            _time(lambda: None)
            day_assessed.forget()
            _say(f"a day of the sample district, {name}", f"{_time(_day(office)) * 1000:.0f} ms")
        _say("a day of the sample district, in memory", _ms(_day(office)))


def _day(office: Office) -> Callable[[], Any]:
    return lambda: day_assessed.day_assessed(office, ON)


def everything(firms: int) -> None:
    """Every programme on its own kind, from one Parquet file a kind to Parquet files of answers."""
    programmes = _programmes().values()
    idle = [p.name for p in programmes if not p.in_force(ON)]
    graphs = [whole_graph(p, ON) for p in programmes if p.in_force(ON)]
    kinds = sorted({g.programme.kind for g in graphs}, key=lambda k: (k != "enterprise", k))
    seconds = asked = 0.0
    for kind in kinds:
        mine = [g for g in graphs if g.programme.kind == kind]
        took = _answered(kind, mine, firms)
        seconds += took
        asked += firms * len(mine)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    _say(
        f"all {len(graphs)} programmes in force on {ON}, {len(kinds)} kinds, {firms:,} rows each",
        f"{seconds:.1f} s, {asked / seconds / 1e6:.2f} M answers/s, peak {peak:.1f} GB",
    )
    _say(f"  not in force that day: {len(idle)}", ", ".join(idle))


def _answered(kind: str, graphs: Sequence[Graph], rows: int) -> float:
    """The seconds that the programmes of a kind take."""
    inputs: dict[str, Any] = {}
    for graph in graphs:
        inputs |= graph.inputs
    inputs = inputs or {"nothing": Type.NUMBER}
    nodes = sum(len(graph.nodes) for graph in graphs)
    with tempfile.TemporaryDirectory() as folder:
        snapshot = Path(folder) / "snapshot.parquet"
        with pq.ParquetWriter(snapshot, _random_firms(inputs, 1).schema) as writer:
            for start in range(0, rows, 100_000):
                size = min(100_000, rows - start)
                writer.write_table(_random_firms(inputs, size, seed=start))
        size = snapshot.stat().st_size / 2**20
        begun = time.perf_counter()
        with open_parquet(snapshot) as engine:
            for graph in graphs:
                engine.answer_into(graph, Path(folder) / f"{graph.programme.name}.parquet")
        seconds = time.perf_counter() - begun
    _say(
        f"{rows:,} × {len(graphs)} programmes about {kind} "
        f"({nodes} rules, {len(inputs)} inputs, {size:.0f} MB)",
        f"{seconds:.1f} s, {rows * len(graphs) / seconds / 1e6:.2f} M answers/s",
    )
    return seconds


def _random_facts(kind: Kind, count: int) -> pa.Table:
    """Registers of five years: twenty facts for each firm, two readers, ten fields."""
    rng = np.random.default_rng(0)
    fields = [one for one in kind.fields if one.type.value in ("quantity", "truth")][:10]
    subject = rng.integers(0, count // 20, count).astype(np.int32)
    property = rng.integers(0, len(fields), count).astype(np.int32)
    year = rng.integers(0, 5, count).astype(np.int32)
    numbers = np.array([one.type.value == "quantity" for one in fields])[property]
    names = [f"enterprise:{i:08d}" for i in range(count // 20)]
    starts = pa.array([date(2020 + y, 1, 1) for y in range(5)])
    ends = pa.array([date(2020 + y, 12, 31) for y in range(5)])
    same = np.zeros(count, np.int32)

    def worded(codes: Any, words: list[str]) -> pa.Array:
        return pa.DictionaryArray.from_arrays(pa.array(codes), pa.array(words))

    return pa.table(
        {
            "id": pa.array([f"{x:032x}" for x in rng.integers(0, 2**62, count)]),
            "subject": worded(subject, names),
            "kind": worded(same, [kind.name]),
            "property": worded(property, [one.id for one in fields]),
            "measure": worded(same, ["level"]),
            "standing": worded(same, ["registered"]),
            "period_start": starts.take(pa.array(year)),
            "period_end": ends.take(pa.array(year)),
            "sort": worded(numbers.astype(np.int32), ["truth", "quantity"]).cast(pa.string()),
            "value": pa.array(
                np.where(numbers, np.char.mod("%.2f", rng.uniform(1, 1e8, count)), "true")
            ),
            "unit": worded(property, [one.unit for one in fields]).cast(pa.string()),
            "hedge": worded(same, ["exact"]).cast(pa.string()),
            "reader": worded(rng.integers(0, 2, count).astype(np.int32), ["register", "news"]),
            "recorded_on": pa.array([ON]).take(pa.array(same)),
        }
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


def _best(act: Callable[[], Any], times: int = 3) -> tuple[float, float]:
    """The least seconds by the clock and of the processor, of a few runs."""
    runs = []
    for _ in range(times):
        clock, cpu = time.perf_counter(), time.process_time()
        act()
        runs.append((time.perf_counter() - clock, time.process_time() - cpu))
    return min(clock for clock, _ in runs), min(cpu for _, cpu in runs)


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
