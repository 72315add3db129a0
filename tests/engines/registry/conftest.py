"""Names are read with the real list of places."""

import pytest

from ceyuan.catalogue import district_folder
from ceyuan.catalogue.places_files import read_places
from ceyuan.engines.registry.names.parse import NameParser


@pytest.fixture(scope="session")
def parser() -> NameParser:
    return NameParser(read_places(district_folder() / "places"))
