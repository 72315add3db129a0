"""Links names to a register with Splink 5, as its guide does for company names.

    python splink_names.py KNOWN.json ASKED.json FOUND.json

Run by bench/names.py with an interpreter that has Splink and pandas; needs nothing of Ceyuan.
"""

import json
import re
import sys
from pathlib import Path
from time import perf_counter

import pandas as pd
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

FORM = re.compile(r"(股份有限公司|有限责任公司|有限公司|股份公司|集团|公司)+$")
SIGNS = re.compile(r"[\s　()（）“”；,.]")


def split(names: list[str]) -> pd.DataFrame:
    """City, core and trade, cut by length as one does without knowing Chinese names."""
    rows = []
    for number, name in enumerate(names):
        plain = FORM.sub("", SIGNS.sub("", name))
        rows.append(
            {
                "unique_id": number,
                "name": plain,
                "city": plain[:2],
                "core": plain[2:4],
                "trade": plain[4:],
                "head": plain[:4],
                "tail": plain[-4:],
            }
        )
    return pd.DataFrame(rows)


def main(known_file: str, asked_file: str, found_file: str) -> None:
    known = split(json.loads(Path(known_file).read_text(encoding="utf-8")))
    asked = split(json.loads(Path(asked_file).read_text(encoding="utf-8")))
    started = perf_counter()
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("name", [0.95, 0.88, 0.8]),
            cl.ExactMatch("city"),
            cl.LevenshteinAtThresholds("core", [1]).configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("trade", [0.9]),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("head"),
            block_on("core"),
            block_on("tail"),
        ],
    )
    api = DuckDBAPI()
    linker = Linker(
        [
            api.register(asked, dataset_display_name="asked"),
            api.register(known, dataset_display_name="known"),
        ],
        settings,
    )
    linker.training.estimate_probability_two_random_records_match([block_on("name")], recall=0.5)
    linker.training.estimate_u_using_random_sampling(max_pairs=1_000_000)
    for rule in (block_on("core"), block_on("tail")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    pairs = linker.inference.predict().as_pandas_dataframe()
    left_is_asked = pairs["source_dataset_l"] == "asked"
    pairs["asked"] = pairs["unique_id_l"].where(left_is_asked, pairs["unique_id_r"])
    pairs["known"] = pairs["unique_id_r"].where(left_is_asked, pairs["unique_id_l"])
    best = pairs.sort_values("match_weight").drop_duplicates("asked", keep="last")
    best_of = dict(zip(best["asked"].astype(int), best["known"].astype(int), strict=True))
    found = [best_of.get(number) for number in range(len(asked))]
    answer = {"found": found, "seconds": perf_counter() - started}
    Path(found_file).write_text(json.dumps(answer), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:4])
