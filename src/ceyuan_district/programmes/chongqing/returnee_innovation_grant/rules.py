"""留创计划创新资助：谁可以、多少。"""

from ceyuan.authoring.rules import award, clause, one_of, when, years_begun


@clause("申报条件")
def degree(degree_level):
    """具有硕士以上学位。"""
    return one_of(degree_level, ("master", "doctor"))


@clause("申报条件")
def abroad_long_enough(months_abroad, *, months_abroad_floor):
    """在国（境）外学习或工作一年以上。"""
    return months_abroad >= months_abroad_floor


@clause("申报条件")
def back_recently(returned, on, *, years_back_ceiling):
    """回国不超过五年。"""
    return years_begun(returned, on) <= years_back_ceiling


@clause("评审")
def awarded(innovation_class):
    """经评审入选重点、优秀或者启动类。"""
    return one_of(innovation_class, ("key", "good", "start"))


@award("资助标准")
def grant(innovation_class, *, key_grant, good_grant, start_grant):
    """重点类12万元，优秀类8万元，启动类5万元，一次拨付。"""
    return (
        when(innovation_class == "key", key_grant)
        .when(innovation_class == "good", good_grant)
        .when(innovation_class == "start", start_grant)
        .otherwise(0)
    )
