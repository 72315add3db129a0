"""`ceyuan test` inside the program: the suite is run by the wrapper."""

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput
from ceyuan.surfaces.cli.command import BUILD, Command


class SuiteNotHere(BadInput):
    """The installed program carries no tests; the wrapper of a checkout runs them."""


def test() -> int:
    """Say where the tests are run."""
    raise SuiteNotHere(
        Bilingual("测试由源码目录下的 ./ceyuan 运行", "tests are run by ./ceyuan in a checkout"),
        remedy=Bilingual("在源码目录运行 ./ceyuan test", "run ./ceyuan test in the checkout"),
    )


COMMAND = Command(
    "test",
    Bilingual("运行全部测试（./ceyuan test）", "run all tests (./ceyuan test)"),
    test,
    BUILD,
    30,
)
