"""留创计划创业资助：谁可以、多少、分几次付。"""

from ceyuan.authoring.rules import award, clause, derived, one_of, to_the_fen, when


@clause("申报条件")
def degree(degree_level):
    """具有学士以上学位。"""
    return one_of(degree_level, ("bachelor", "master", "doctor"))


@clause("申报条件")
def abroad_long_enough(months_abroad, *, months_abroad_floor):
    """在国（境）外学习或工作一年以上。"""
    return months_abroad >= months_abroad_floor


@clause("资助次数")
def not_too_often(earlier_grants, *, times_ceiling):
    """每人累计资助不超过两次（含本次）。"""
    return earlier_grants + 1 <= times_ceiling


@clause("评审")
def awarded(startup_grade):
    """经评审评定为特等、一等、二等或者三等。"""
    return one_of(startup_grade, ("special", "first", "second", "third"))


@derived
def grant(startup_grade, *, special_grant, first_grant, second_grant, third_grant):
    """按评定等次的资助额。"""
    return (
        when(startup_grade == "special", special_grant)
        .when(startup_grade == "first", first_grant)
        .when(startup_grade == "second", second_grant)
        .when(startup_grade == "third", third_grant)
        .otherwise(0)
    )


@award("拨付")
def first_payment(grant, startup_grade, *, advance_share):
    """先付50%；三等资助一次付清。"""
    return when(startup_grade == "third", grant).otherwise(to_the_fen(grant * advance_share))


@award("拨付")
def second_payment(grant, first_payment, second_year_passed, startup_grade):
    """第二年考核合格的付其余50%。"""
    return (
        when(startup_grade == "third", 0)
        .when(second_year_passed, grant - first_payment)
        .otherwise(0)
    )
