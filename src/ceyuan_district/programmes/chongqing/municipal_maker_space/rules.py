"""重庆市市级众创空间：全部条件同时满足。"""

from ceyuan.authoring.rules import clause, derived, ratio


@clause("认定条件")
def legal_person(legal_person_in_city):
    """在重庆市注册、具有独立法人资格。"""
    return legal_person_in_city


@clause("认定条件")
def old_enough(months_running, *, months_floor):
    """运营时间满12个月。"""
    return months_running >= months_floor


@derived
def work_area_share(work_area, floor_area):
    """创业工位和公共服务场地面积占总面积的比例。"""
    return ratio(work_area, floor_area)


@clause("认定条件")
def enough_space(
    floor_area, seats, work_area_share, *, area_floor, seats_floor, work_area_share_floor
):
    """场地500平方米以上，或者创业工位30个以上；工位和公共服务场地占总面积75%以上。"""
    return ((floor_area >= area_floor) | (seats >= seats_floor)) & (
        work_area_share >= work_area_share_floor
    )


@clause("认定条件")
def enough_residents(resident_teams_and_firms, *, residents_floor):
    """入驻的创业团队和企业20家以上。"""
    return resident_teams_and_firms >= residents_floor


@clause("认定条件")
def brings_forth_firms(new_firms_year, financed_year, *, new_firms_floor, financed_floor):
    """每年新注册企业7家以上，或者每年获得融资的3家以上。"""
    return (new_firms_year >= new_firms_floor) | (financed_year >= financed_floor)


@clause("认定条件")
def short_stay(longest_stay, *, stay_ceiling):
    """创业团队和企业入驻不超过24个月。"""
    return longest_stay <= stay_ceiling


@clause("认定条件")
def enough_cases(typical_cases_year, *, cases_floor):
    """每年典型孵化案例3个以上。"""
    return typical_cases_year >= cases_floor


@clause("认定条件")
def enough_people(full_time_staff, mentors, *, staff_floor, mentors_floor):
    """专职服务人员3名以上，创业导师3名以上。"""
    return (full_time_staff >= staff_floor) & (mentors >= mentors_floor)


@clause("认定条件")
def enough_events(events_year, *, events_floor):
    """每年举办创业活动10场次以上。"""
    return events_year >= events_floor


@clause("认定条件")
def reports(reports_truthfully):
    """如实上报统计数据。"""
    return reports_truthfully
