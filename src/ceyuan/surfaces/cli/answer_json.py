"""An answer of a programme as the machine-readable lines of `assess --json` and `explain --json`."""

from dataclasses import asdict
from datetime import date
from typing import Any

from ceyuan.engines.rules.answer import Answer
from ceyuan.engines.rules.programme import AMOUNT
from ceyuan.journeys.explain import Explained
from ceyuan.model.bilingual import Bilingual, Language, in_language


def answer_line(subject: str, answer: Answer, language: Language) -> dict[str, Any]:
    """One line: subject, programme, on, eligible, clauses, values, missing, gaps, and nothing else.

    `values` are the steps by the names of the rules, the amount of an award among them.
    """
    values = {name: plain(value, language) for name, value in answer.values.items()}
    if answer.amount is not None or AMOUNT in answer.values:
        values[AMOUNT] = answer.amount
    return {
        "subject": subject,
        "programme": answer.programme,
        "on": answer.on.isoformat(),
        "eligible": answer.eligible,
        "clauses": answer.clauses,
        "values": values,
        "missing": [
            {
                "name": lack.name,
                "what": in_language(lack.what, language),
                "settled_by": lack.settled_by,
            }
            for lack in answer.missing
        ],
        "gaps": [asdict(gap) for gap in answer.gaps],
    }


def explained_line(one: Explained, language: Language) -> dict[str, Any]:
    """The answer with its steps and its distance."""
    line = answer_line(one.subject, one.answer, language)
    line["name"] = one.name
    line["amount"] = one.answer.amount
    line["remarks"] = [in_language(remark, language) for remark in one.answer.remarks]
    line["steps"] = [plain(asdict(step), language) for step in one.trace.steps]
    line["inputs"] = [plain(asdict(given), language) for given in one.trace.inputs]
    line["distance"] = plain(asdict(one.distance), language)
    return line


def plain(value: Any, language: Language) -> Any:
    """A value without anything JSON has no word for; infinity is null."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Bilingual):
        return in_language(value, language)
    if isinstance(value, float):
        return value if value == value and abs(value) != float("inf") else None
    if isinstance(value, dict):
        return {key: plain(one, language) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one, language) for one in value]
    return value
