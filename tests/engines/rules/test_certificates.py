"""A certificate says what its inputs and rules give, and nothing a stranger put into it is run."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from workshop import WINNER

from ceyuan.catalogue import load_catalogue
from ceyuan.catalogue.sorts.programme import regime_days
from ceyuan.engines.rules.answer import answers
from ceyuan.engines.rules.boundary import boundary_rows
from ceyuan.engines.rules.certificate import certificate, digest
from ceyuan.engines.rules.engine import open_engine
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.opening import opened
from ceyuan.engines.rules.programme import Programme
from ceyuan.engines.rules.recompute import NotACertificate, other_rules, recompute
from ceyuan.engines.rules.table import fitted
from ceyuan.engines.rules.whole import whole_graph

Body = dict[str, Any]


def _certified(graph: Graph, table: pa.Table, row: int = 0) -> Body:
    rows, _ = fitted(table, [graph])
    with open_engine("numpy", rows) as engine:
        asked = answers(engine, graph, rows)
    return certificate(graph, asked.made, asked.given, row, subject="云岫作坊")


@pytest.fixture(scope="module")
def certified(graph: Graph, table_for: Callable[..., pa.Table]) -> str:
    return json.dumps(_certified(graph, table_for(graph, WINNER)))


def _redone(body: Body) -> str:
    """The text of a changed certificate with a digest made anew, as a forger would."""
    rest = {name: part for name, part in body.items() if name != "digest"}
    return json.dumps(rest | {"digest": digest(rest)})


def test_a_certificate_recomputes_to_itself(certified: str) -> None:
    assert recompute(certified).holds


def test_a_certificate_of_every_programme_of_toyland_recomputes_at_every_limit() -> None:
    for item in load_catalogue("toyland").programmes:
        open_rules = opened(whole_graph(item.programme, regime_days(item.programme)[-1]))
        table = boundary_rows(open_rules)
        for row in range(0, len(table), 7):
            body = _certified(open_rules.graph, table, row)
            body["inputs"] |= {
                name: {"type": type_.value, "value": _plain(table[name][row].as_py())}
                for name, type_ in open_rules.graph.inputs.items()
                if name not in body["inputs"]
            }
            assert recompute(_redone(body)).holds


def _plain(value: Any) -> Any:
    return (value - date(1970, 1, 1)).days if isinstance(value, date) else value


def _places(held: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where anything stands that is not put together of other things."""
    if isinstance(held, dict | list):
        pairs = held.items() if isinstance(held, dict) else enumerate(held)
        return [found for name, one in pairs for found in _places(one, (*path, name))]
    return [path]


def _other(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    return (
        {str: "x", int: 1, float: 0.5}.get(type(value), 0)
        if not value
        else (value + "x" if isinstance(value, str) else value + 1)
    )


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_single_thing_is_changed_is_noticed(certified: str, data: st.DataObject) -> None:
    body = json.loads(certified)
    path = data.draw(st.sampled_from(_places(body)))
    *way, last = path
    part = body
    for step in way:
        part = part[step]
    part[last] = _other(part[last])

    try:
        found = recompute(json.dumps(body))
    except NotACertificate:
        return
    assert not found.holds


@pytest.mark.parametrize("rule", ["paper_share", "eligible"])
def test_a_changed_answer_is_found_out_although_the_digest_was_made_anew(
    certified: str, rule: str
) -> None:
    body = json.loads(certified)
    next(r for r in body["rules"] if r["name"] == rule)["value"] = None

    found = recompute(_redone(body))

    assert found.digest_holds
    assert rule in found.differing


def test_one_is_not_the_answer_yes(certified: str) -> None:
    body = json.loads(certified)
    next(r for r in body["rules"] if r["name"] == "eligible")["value"] = 1

    assert recompute(_redone(body)).differing == ("eligible",)


def test_rules_of_a_forgers_own_recompute_and_are_not_those_of_the_programme(
    certified: str, graph: Graph
) -> None:
    body = json.loads(certified)
    eligible = next(r for r in body["rules"] if r["name"] == "eligible")
    eligible["expression"] = ["literal", "truth", [True]]
    forged = _redone(body)

    assert recompute(forged).holds
    assert other_rules(forged, graph) == ("eligible",)
    assert other_rules(certified, graph) == ()


@pytest.mark.parametrize(
    ("part", "other"), [("sentence", "谁都可以。"), ("article", "第九十九条"), ("role", "derived")]
)
def test_another_sentence_article_or_role_is_another_rule(
    certified: str, graph: Graph, part: str, other: str
) -> None:
    body = json.loads(certified)
    next(r for r in body["rules"] if r["name"] == "small_enough")[part] = other

    assert other_rules(_redone(body), graph) == ("small_enough",)


def test_a_rule_left_out_or_put_in_is_noticed(certified: str, graph: Graph) -> None:
    body = json.loads(certified)
    extra = {"name": "extra", "expression": ["literal", "truth", [True]], "value": True}
    left_out = [rule for rule in body["rules"] if rule["name"] != "amount"]

    assert other_rules(_redone(body | {"rules": left_out}), graph) == ("amount",)
    assert other_rules(_redone(body | {"rules": [*body["rules"], extra]}), graph) == ("extra",)


def test_a_number_of_the_notice_may_not_be_another_but_one_of_the_districts_own_may(
    kite_prize: Programme, graph: Graph, table_for: Callable[..., pa.Table]
) -> None:
    def under(values: dict[str, Any]) -> str:
        changed = whole_graph(kite_prize.changed(values, graph.on, "本区自定"), graph.on)
        return json.dumps(_certified(changed, table_for(graph, WINNER)))

    own = under({"style_bonus": 50})
    body = json.loads(under({"makers_ceiling": 5000}))
    body["parameters"]["makers_ceiling"]["mark"] = "sourced"

    assert other_rules(own, graph) == ()
    assert other_rules(_redone(body), graph) == ("small_enough",)


def _sorted(body: Body) -> str:
    """As text, in which 1, 1.0 and true are three things."""
    return json.dumps(body, sort_keys=True)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_a_stranger_puts_anywhere_is_refused_in_words_or_noticed(
    certified: str, data: st.DataObject
) -> None:
    body = json.loads(certified)
    *way, last = data.draw(st.sampled_from(_places(body)))
    depth = data.draw(st.integers(0, len(way)))
    part = body
    for step in way[:depth]:
        part = part[step]
    put = data.draw(_JSON)
    part[[*way, last][depth]] = put

    with suppress(NotACertificate):
        found = recompute(json.dumps(body))
        assert found.holds == (_sorted(body) == _sorted(json.loads(certified)))


def _with(expression: Any) -> str:
    rules = [{"name": "eligible", "expression": expression, "value": True}]
    on = {"form": 2, "on": "2024-06-01", "inputs": {}, "parameters": {}}
    return _redone(on | {"subject": "", "rules": rules})


def _nested(depth: int) -> Any:
    made: Any = ["literal", "truth", [True]]
    for _ in range(depth):
        made = ["not", "truth", [made]]
    return made


@pytest.mark.parametrize(
    "expression",
    [
        ["__import__('os').system", "truth", [["literal", "text", ["touch /tmp/owned"]]]],
        ["eval", "truth", [["literal", "text", ["1"]]]],
        ["compute", "truth", []],
        [["ge"], "truth", []],
        ["ge", "__class__", []],
        ["ge", ["number"], []],
        ["ge", "truth", [["literal", "number", [1]]]],
        ["literal", "number", ["1"]],
        ["literal", "number", [[1, 2, 3]]],
        ["literal", "day", [1e30]],
        ["literal", "day", [10**30]],
        ["literal", "number", [10**4000]],
        ["input", "truth", ["nobody"]],
        ["half_up", "number", [["literal", "number", [1]], ["literal", "number", [10**9]]]],
        ["half_up", "number", [["literal", "number", [1]], ["literal", "number", [None]]]],
        ["band", "number", [["literal", "number", [1]], "t", []]],
        ["band", "number", [["literal", "number", [1]], "t", [[0, True, "x", True, 1]]]],
        ["band", "number", [["literal", "number", [1]], "t", [[None, False, None, False, 1]] * 2]],
        ["date_of", "day", [["literal", "number", [1e300]]] * 3],
        ["all_of", "truth", [["literal", "text", ["x"]]]],
        _nested(201),
    ],
)
def test_an_expression_that_is_none_is_refused_and_nothing_is_run(expression: Any) -> None:
    with pytest.raises(NotACertificate):
        recompute(_with(expression))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "null",
        '{"form": 2}',
        '{"form": 1, "rules": [], "inputs": {}}',
        '{"form": 2, "rules": 5, "inputs": []}',
        '{"form": 2, "form": 2}',
        '{"form": 2, "x": NaN}',
        '{"form": 2, "x": ' + "9" * 5000 + "}",
        "[" * 100_000,
        '{"form": 2, "x": ' + "[" * 900 + "]" * 900 + "}",
        " " * 4_000_001,
        '{"form": 2, "on": "2024-06-01", "inputs": {}, "parameters": {}, "rules": []}',
        '{"form": 2, "on": "someday", "inputs": {}, "parameters": {}, "rules": []}',
        '{"form": 2, "subject": "\\ud800", "on": "2024-06-01", "inputs": {}, "parameters": {}, "rules":'
        ' [{"name": "eligible", "expression": ["literal", "truth", [true]], "value": true}]}',
    ],
)
def test_what_is_no_certificate_is_refused_in_words(text: str) -> None:
    with pytest.raises(NotACertificate):
        recompute(text)


@pytest.mark.parametrize("name", ["eligible", "on", "../x", "a b", "\x1b[31m", "", 5])
def test_a_name_that_is_there_already_or_is_none_is_refused(name: Any) -> None:
    rule = {"name": name, "expression": ["literal", "truth", [True]], "value": True}
    body = json.loads(_with(["literal", "truth", [True]]))
    body["rules"].append(rule)

    with pytest.raises(NotACertificate):
        recompute(_redone(body))
