"""The programme of `rules_programme.py` in OpenFisca core; run by `rules.py` in an environment that has it."""

import json
import statistics
import sys
import time
from importlib.metadata import version

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import YEAR
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

Firm = build_entity(key="firm", plural="firms", label="", is_person=True)
PERIOD = "2024"
INPUTS = "revenue revenue_1 revenue_2 rd rd_1 rd_2 st_staff staff hitech_income income ip".split()


def _input(name):
    return type(
        name,
        (Variable,),
        {"value_type": float, "entity": Firm, "definition_period": YEAR, "label": name},
    )


def _rule(name, type_, formula):
    body = {
        "value_type": type_,
        "entity": Firm,
        "definition_period": YEAR,
        "label": name,
        "formula": formula,
    }
    return type(name, (Variable,), body)


def _share(a, b):
    return np.divide(a, b, out=np.full_like(a, np.nan), where=b != 0)


def _growth(f, p):
    before = f("revenue_1", p)
    rise = _share(f("revenue", p), before) - 1
    points = np.select([rise >= 0.35, rise >= 0.15, rise > 0], [10, 6, 2], 0)
    return np.where(np.isnan(rise), np.nan, points)


RULES = {
    "revenue_3y": (float, lambda f, p: f("revenue", p) + f("revenue_1", p) + f("revenue_2", p)),
    "rd_3y": (float, lambda f, p: f("rd", p) + f("rd_1", p) + f("rd_2", p)),
    "rd_share": (float, lambda f, p: _share(f("rd_3y", p), f("revenue_3y", p))),
    "rd_floor": (
        float,
        lambda f, p: np.select(
            [f("revenue", p) <= 5e9, f("revenue", p) <= 2e10], [0.05, 0.04], 0.03
        ),
    ),
    "rd_enough": (bool, lambda f, p: f("rd_share", p) >= f("rd_floor", p)),
    "staff_share": (float, lambda f, p: _share(f("st_staff", p), f("staff", p))),
    "staff_enough": (bool, lambda f, p: f("staff_share", p) >= 0.1),
    "income_share": (float, lambda f, p: _share(f("hitech_income", p), f("income", p))),
    "income_enough": (bool, lambda f, p: f("income_share", p) >= 0.6),
    "growth_points": (float, _growth),
    "ip_points": (float, lambda f, p: np.minimum(f("ip", p) * 6, 30)),
    "points": (float, lambda f, p: f("growth_points", p) + f("ip_points", p) + 40),
    "points_enough": (bool, lambda f, p: f("points", p) > 60),
    "eligible": (
        bool,
        lambda f, p: (
            f("rd_enough", p) & f("staff_enough", p) & f("income_enough", p) & f("points_enough", p)
        ),
    ),
    "amount": (
        float,
        lambda f, p: np.where(f("eligible", p), np.minimum(f("rd", p) * 0.1, 5e7), 0),
    ),
}


def main(path):
    system = TaxBenefitSystem([Firm])
    for name in INPUTS:
        system.add_variable(_input(name))
    for name, (type_, formula) in RULES.items():
        system.add_variable(
            _rule(name, type_, lambda f, period, parameters=None, g=formula: g(f, period))
        )
    given = dict(np.load(path))
    firms = len(given["revenue"])

    def run():
        simulation = SimulationBuilder().build_default_simulation(system, count=firms)
        for name in INPUTS:
            simulation.set_input(name, PERIOD, given[name])
        begun = time.perf_counter()
        simulation.calculate("amount", PERIOD)
        return time.perf_counter() - begun, int(simulation.calculate("eligible", PERIOD).sum())

    run()
    runs = [run() for _ in range(5)]
    seconds = statistics.median(s for s, _ in runs)
    print(
        json.dumps(
            {"version": version("openfisca-core"), "rate": firms / seconds, "eligible": runs[0][1]}
        )
    )


main(sys.argv[1])
