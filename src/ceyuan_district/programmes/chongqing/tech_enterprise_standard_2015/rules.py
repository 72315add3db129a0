"""2015年标准的重庆市科技型企业：按规模分档的比例。"""

from ceyuan.authoring.rules import all_of, any_of, clause, derived, ratio, when, years_begun


@clause("认定标准")
def registered_long_enough(founded, on, *, years_floor):
    """注册成立超过一年。"""
    return years_begun(founded, on) > years_floor


@derived
def staff_floor(size_class, *, large_staff_floor, small_staff_floor, micro_staff_floor):
    """按企业规模适用的研发人员占比下限。"""
    return (
        when(any_of(size_class == "large", size_class == "medium"), large_staff_floor)
        .when(size_class == "small", small_staff_floor)
        .when(size_class == "micro", micro_staff_floor)
        .otherwise(None)
    )


@derived
def rd_floor(size_class, *, large_rd_floor, small_rd_floor, micro_rd_floor):
    """按企业规模适用的研发投入占比下限。"""
    return (
        when(any_of(size_class == "large", size_class == "medium"), large_rd_floor)
        .when(size_class == "small", small_rd_floor)
        .when(size_class == "micro", micro_rd_floor)
        .otherwise(None)
    )


@clause("认定标准")
def enough_rd(hongyan_plan, rd_staff, staff, rd_expense, main_revenue, staff_floor, rd_floor):
    """研发人员占比和研发投入占主营业务收入比例达到同规模企业的下限；鸿雁计划人才企业不受此限。"""
    enough = all_of(
        ratio(rd_staff, staff) >= staff_floor, ratio(rd_expense, main_revenue) >= rd_floor
    )
    return hongyan_plan | enough


@clause("认定标准")
def has_result(ip_backed_result):
    """至少拥有一项有知识产权的科技成果。"""
    return ip_backed_result
