"""One figure said twice in a document is one claim with two places."""

from collections.abc import Iterable
from dataclasses import replace

from ceyuan.model.claim import Claim
from ceyuan.model.fact import value_key
from ceyuan.model.locator import Locator


def merged(claims: Iterable[Claim]) -> list[Claim]:
    """The claims in order, repeats in `also_at` of the first.

    A repeat that names no time of its own joins the one that does.
    """
    kept: list[Claim] = []
    again: dict[int, list[Locator]] = {}
    index: dict[tuple[object, ...], int] = {}
    for claim in claims:
        plain = (
            claim.subject,
            claim.property,
            value_key(claim.value),
            claim.measure,
            claim.standing,
            claim.section,
        )
        dated = (*plain, str(claim.period))
        at = index.get(dated)
        if at is None and (earlier := index.get(plain)) is not None:
            first = kept[earlier]
            if not claim.extra.get("told") or not first.extra.get("told"):
                at = earlier
                if claim.extra.get("told"):
                    kept[at] = replace(first, period=claim.period, extra=claim.extra)
        if at is None:
            at = len(kept)
            kept.append(claim)
            index.setdefault(plain, at)
        else:
            again.setdefault(at, []).append(claim.locator)
        index[dated] = at
    for at, places in again.items():
        kept[at] = replace(kept[at], also_at=(*kept[at].also_at, *places))
    return kept
