"""The words a programme's `rules.py` is written in.

A rule is a plain function on whole columns. Its positional names are its inputs: a field of the
kind, another rule of the same programme, or another programme's answer (`high_tech_enterprise__
eligible`); its keyword-only names are dated parameters of `parameters.toml`; `on` is the day asked.

    @derived
    def rd_share(rd_expense_3y, revenue_3y):
        "R&D expense over revenue, last three fiscal years; share of 1."
        return ratio(rd_expense_3y, revenue_3y)

    @clause("第十一条(五)")
    def rd_share_enough(rd_share, revenue, *, rd_share_floor):
        "近三个会计年度研究开发费用总额占同期销售收入总额的比例符合要求。"
        return rd_share >= band(revenue, rd_share_floor)

Nothing is computed here: the functions give expressions, which engines render. Missing is unknown,
never zero and never "no".
"""

from ceyuan.authoring.rules.bands import Band, BandTable
from ceyuan.authoring.rules.column import Column, Type
from ceyuan.authoring.rules.marks import Rule, RuleRole, award, clause, derived, rule_of, score
from ceyuan.authoring.rules.words import (
    all_of,
    any_of,
    at_least_n_of,
    band,
    best_of,
    capped,
    compound_growth,
    compounded,
    count_of_words,
    count_true,
    date_of,
    days_between,
    first_known,
    floor_div,
    greatest,
    growth,
    half_up,
    has_any,
    has_word,
    highest_of,
    is_known,
    known_or,
    least,
    mean_growth,
    mean_of,
    months_between,
    none_of,
    one_of,
    place_in,
    ratio,
    share_of_true,
    sum_over_years,
    to_the_fen,
    when,
    year_of,
    years_begun,
    years_between,
)

__all__ = [
    "Band",
    "BandTable",
    "Column",
    "Rule",
    "RuleRole",
    "Type",
    "all_of",
    "any_of",
    "at_least_n_of",
    "award",
    "band",
    "best_of",
    "capped",
    "clause",
    "compound_growth",
    "compounded",
    "count_of_words",
    "count_true",
    "date_of",
    "days_between",
    "derived",
    "first_known",
    "floor_div",
    "greatest",
    "growth",
    "half_up",
    "has_any",
    "has_word",
    "highest_of",
    "is_known",
    "known_or",
    "least",
    "mean_growth",
    "mean_of",
    "months_between",
    "none_of",
    "one_of",
    "place_in",
    "ratio",
    "rule_of",
    "score",
    "share_of_true",
    "sum_over_years",
    "to_the_fen",
    "when",
    "year_of",
    "years_begun",
    "years_between",
]
