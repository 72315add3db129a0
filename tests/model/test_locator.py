import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.model.locator import (
    CaseEvent,
    CellAt,
    PageBox,
    TextSpan,
    TraceNode,
    locator_from_json,
    locator_to_json,
)

_PLACES = st.integers(0, 10**6)
_POINTS = st.floats(0, 2000, allow_nan=False)
_LOCATORS = st.one_of(
    st.builds(TextSpan, _PLACES, _PLACES),
    st.builds(CellAt, st.text(), st.text()),
    st.builds(PageBox, _PLACES, _POINTS, _POINTS, _POINTS, _POINTS),
    st.builds(CaseEvent, st.text(), _PLACES),
    st.builds(TraceNode, st.text(), st.text(), st.text()),
)


@given(_LOCATORS)
def test_a_locator_written_as_json_reads_back_the_same(locator):
    assert locator_from_json(json.loads(json.dumps(locator_to_json(locator)))) == locator


def test_a_locator_of_no_known_sort_is_refused():
    with pytest.raises(KeyError):
        locator_from_json({"kind": "hearsay"})
