"""What two names have in common and where they differ, aspect by aspect, without judging it."""

from rapidfuzz.distance import Levenshtein

from ceyuan.engines.registry.names.contraction import contraction
from ceyuan.engines.registry.names.look_alike import look_alike
from ceyuan.engines.registry.names.parts import Parts, Sort, Word

#: Names of one city that point at two units of it: no misreading makes 南 of 北.
_OPPOSITES = frozenset("一二三四五六七八九十东西南北中上下左右大小新老甲乙丙丁0123456789ABCDEFGH")


def findings(one: Parts, other: Parts) -> tuple[str, ...]:
    """The findings on a pair, as names in `weights.toml`; the same whichever comes first."""
    if one.text == other.text or one.whole == other.whole:
        return ("text.same",)
    if one.foreign or other.foreign:
        return ("text.foreign",) if one.foreign != other.foreign else (_foreign(one, other),)
    found = [
        *_region(one, other),
        *_form(one, other),
        *_host(one, other),
        *_numbers(one, other),
    ]
    slip = _slip_of(one, other)
    if slip:
        return (slip, *(f for f in found if f in _AGAINST_A_SLIP))
    core = "core.unit_of_another" if "host.different" in found else _core(one, other)
    manner = _manner(one, other)
    return (*found, f"{core}.{manner}", *_told_apart(one, other, core))


_AGAINST_A_SLIP = frozenset(["region.different", "numbers.different", "form.different"])


def _slip_of(one: Parts, other: Parts) -> str:
    """What kind of slip would make one name of the other; empty where none would."""
    slip = _slip(one.text, other.text)
    if not slip:
        return ""
    if one.ordinals != other.ordinals:
        return "slip.number"
    if slip == "slip.number":
        return slip
    if one.head and other.head and one.head != other.head:
        return "slip.between_trades"
    if len(one.words) == len(other.words):
        apart = [(x, y) for x, y in zip(one.words, other.words, strict=True) if x != y]
        # 光申科技 falls into other words than 光电科技; that is a slip and no other trade.
        if len(apart) == 1 and all(word.sort is Sort.BUSINESS for word in apart[0]):
            return "slip.between_trades"
    in_trunk = one.trunk != other.trunk and len(one.trunk) == len(other.trunk)
    return f"{slip}_in_trunk" if in_trunk else slip


def _slip(a: str, b: str) -> str:
    """One or two misread characters in names otherwise the same; empty where it is not that."""
    if len(a) != len(b) or len(a) < 3:
        return ""
    differing = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(differing) > 2:
        return ""
    if all(look_alike(x, y) for x, y in differing):
        return "slip.look_alike" if len(differing) == 1 else "slip.two_look_alikes"
    if len(differing) > 1:
        return ""
    x, y = differing[0]
    if x in _OPPOSITES and y in _OPPOSITES:
        return "slip.number"
    return "slip.other"


def _foreign(one: Parts, other: Parts) -> str:
    near = Levenshtein.normalized_similarity(one.text, other.text)
    return "text.foreign_near" if near >= 0.85 else "text.foreign"


def _region(one: Parts, other: Parts) -> list[str]:
    a, b = one.regions, other.regions
    if not a and not b:
        return []
    if not a or not b:
        has, lacks = (one, other) if a else (other, one)
        found = "bracketed" if has.bracketed else "nation" if _is_country(has) else "missing"
        if found == "missing" and one.host and other.host:
            return ["region.of_one_unit_only"]
        if found == "missing" and not lacks.informal:
            found = "added" if has.informal else "missing_in_full"
        elif found == "bracketed" and lacks.informal:
            found = "bracketed_short"
        generic = (
            [] if one.trunk and other.trunk and not has.regional else ["region.of_a_plain_name"]
        )
        return [f"region.{found}", *generic]
    if one.bracketed and other.bracketed and not a[-1].codes & b[-1].codes:
        nested = a[-1].around & b[-1].codes or b[-1].around & a[-1].codes
        return ["region.nested" if nested else "region.different"]
    if one.regional != other.regional and not a[-1].codes & b[-1].codes:
        return ["region.maybe_trunk"]
    if one.bracketed != other.bracketed:
        has, lacks = (one, other) if one.bracketed else (other, one)
        inner = has.regions[-1]
        if not any(inner.codes & y.codes or inner.around & y.codes for y in lacks.regions):
            return ["region.bracketed" if _is_country(lacks) else "region.different"]
    if any(x.codes & y.codes for x in a for y in b):
        return ["region.same"]
    if any(x.around & y.codes or y.around & x.codes for x in a for y in b):
        return ["region.nested"]
    return ["region.different"]


def _is_country(parts: Parts) -> bool:
    return not next(iter(parts.regions[0].codes))[:1].isdigit()


#: 公司 alone may be any company; for a limited one it is how people shorten it.
_VAGUE = {
    frozenset({"company", "limited"}): "form.company_for_limited",
    frozenset({"company", "joint_stock"}): "form.company_for_stock",
}


def _form(one: Parts, other: Parts) -> list[str]:
    found = []
    if one.form and other.form:
        if one.form == other.form:
            found.append("form.same")
        else:
            found.append(_VAGUE.get(frozenset((one.form, other.form)), "form.different"))
    elif one.form or other.form:
        has, lacks = (one, other) if one.form else (other, one)
        if lacks.head and not has.core.endswith(lacks.head):
            found.append("form.against_head")
        elif lacks.head:
            found.append("form.beside_head")
        else:
            found.append("form.left_out_stock" if has.form == "joint_stock" else "form.left_out")
    elif one.head and other.head and one.head != other.head:
        near = one.head.endswith(other.head) or other.head.endswith(one.head)
        found.append("head.shorter" if near else "head.different")
    elif bool(one.head) != bool(other.head):
        found.append("head.left_out")
    if one.group != other.group:
        formal = not one.informal and not other.informal
        found.append("group.one_only" if formal else "group.left_out")
    if one.branch != other.branch:
        found.append("branch.one_only" if not (one.branch and other.branch) else "branch.different")
    return found


def _host(one: Parts, other: Parts) -> list[str]:
    a, b = one.host, other.host
    if not a and not b:
        return []
    if not a or not b:
        return ["host.one_only"]
    if a == b:
        return ["host.same"]
    if _slip(a, b) in ("slip.look_alike", "slip.two_look_alikes"):
        return ["host.same"]
    if a.endswith(b) or b.endswith(a):
        return ["host.shorter"]
    return ["host.different"]


def _numbers(one: Parts, other: Parts) -> list[str]:
    a, b = one.ordinals, other.ordinals
    if a == b:
        return []
    if a and b:
        return ["numbers.different"] if not (a <= b or b <= a) else ["numbers.one_only"]
    return ["numbers.one_only"]


def _manner(one: Parts, other: Parts) -> str:
    """How the two names speak: both in full, or one or both as people say it.

    A name as people say it that has more in it than the full one is `longer`: 锦溪汽车 does not
    mean 锦溪股份有限公司. Companies with their legal form are never abbreviated besides, institutions
    are (某某光机所).
    """
    if one.informal and other.informal:
        return "spoken"
    if one.informal or other.informal:
        said, full = (one, other) if one.informal else (other, one)
        return "short" if len(said.bare) <= len(full.bare) else "longer"
    return "company" if one.form and other.form else "full"


def _core(one: Parts, other: Parts) -> str:
    a, b = one.core, other.core
    if a == b or one.bare == b or a == other.bare:
        return "core.same" if one.trunk or other.trunk or one.host else "core.same_plain"
    if one.bare == other.bare:
        return "core.same_plain"
    slip = _slip(a, b)
    if slip == "slip.other" and one.trunk == other.trunk:
        return "core.other_outside_trunk"
    if slip:
        return f"core.{slip.partition('.')[2]}"
    short, long = sorted((one, other), key=lambda p: (len(p.core), len(p.text), p.text))
    if short.bare and long.bare.startswith(short.bare):
        return _beginning(short, long)
    if len(short.bare) > 2 and _slip(short.bare, long.bare[: len(short.bare)]) == "slip.look_alike":
        return "core.beginning_misread"
    if abs(len(a) - len(b)) == 1 and len(short.core) >= 5 and Levenshtein.distance(a, b) == 1:
        return "core.one_dropped"
    if short.head and short.bare == short.head and long.head == short.head:
        return "core.head_only"
    if long.core.endswith(short.core):
        return "core.end"
    if sorted(w.text for w in one.words) == sorted(w.text for w in other.words):
        return "core.reordered"
    drawn = _drawn(short, long)
    if drawn:
        return drawn
    if one.trunk and one.trunk == other.trunk:
        return "core.other_business"
    if one.words and other.words and one.words[-1] == other.words[-1]:
        return "core.other_trunk"
    return "core.different"


def _beginning(short: Parts, long: Parts) -> str:
    """The shorter core is how the longer begins: what comes after decides."""
    rest = long.bare[len(short.bare) :]
    if short.bare == long.trunk:
        return "core.trunk_only"
    if len(short.bare) < len(long.trunk):
        return "core.part_of_trunk"
    ends = ""
    for word in reversed(long.words):
        if ends == rest:
            return "core.trades_left_out"
        if word.sort not in (Sort.BUSINESS, Sort.HEAD):
            break
        ends = word.text + ends
    return "core.trades_left_out" if ends == rest else "core.trade_cut"


def _drawn(short: Parts, long: Parts) -> str:
    """Whether the shorter name is drawn from the longer, and how freely."""
    found = None
    for said, words in _readings(short, long):
        way = contraction(said, words)
        if way and (found is None or way.cost < found.cost):
            found = way
    if found is None:
        return ""
    keeps_head = not any(word.sort is Sort.HEAD for word in found.left_out)
    keeps_trunk = not any(word.sort in (Sort.TRUNK, Sort.LATIN) for word in found.left_out)
    grade = "close" if found.cost <= 1.0 else "fair" if found.cost <= 2.2 else "loose"
    if not keeps_trunk:
        grade = "without_trunk"
    elif not keeps_head and grade != "loose":
        grade = "without_head"
    return f"core.drawn_{grade}"


def _readings(short: Parts, long: Parts) -> list[tuple[str, tuple[Word, ...]]]:
    readings = [(short.core, long.words)]
    if short.host or long.host or short.regional or long.regional:
        said = "".join(word.text for word in short.all_words)
        readings.append((said, long.all_words))
    return readings


def _told_apart(one: Parts, other: Parts, core: str) -> list[str]:
    """How much the shared part says: a trunk of four characters is hardly chance, one of two may be."""
    if core in ("core.different", "core.other_trunk"):
        return []
    shorter = min(len(one.bare), len(other.bare))
    return ["length.two"] if shorter <= 2 else ["length.three"] if shorter == 3 else []
