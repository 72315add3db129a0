"""荣昌区创新平台扶持：认定补贴与上级奖补配套。"""

from ceyuan.authoring.rules import (
    award,
    capped,
    clause,
    derived,
    greatest,
    one_of,
    to_the_fen,
    when,
)


@clause("平台认定", required=False)
def newly_named(platform_newly_named, level):
    """新认定为国家级或者市级创新平台。"""
    return platform_newly_named & one_of(level, ("national", "municipal"))


@clause("奖补配套", required=False)
def has_higher_award(higher_award):
    """获得市级及以上奖补。"""
    return higher_award > 0


@award("平台认定")
def recognition(newly_named, level, *, national_aid, municipal_aid):
    """新认定国家级平台补贴100万元，市级平台补贴50万元。"""
    return when(
        newly_named, when(level == "national", national_aid).otherwise(municipal_aid)
    ).otherwise(0)


@award("奖补配套")
def match(higher_award, *, match_rate, match_cap):
    """对市级及以上奖补按1:1配套，最高200万元。"""
    return capped(to_the_fen(higher_award * match_rate), match_cap)


@derived
def amount(recognition, match, *, both_paid):
    """两项合计；本区选定不叠加的，取较高的一项。"""
    return when(both_paid, recognition + match).otherwise(greatest(recognition, match))


@derived
def eligible(newly_named, has_higher_award):
    """新认定平台或者获得上级奖补。"""
    return newly_named | has_higher_award
