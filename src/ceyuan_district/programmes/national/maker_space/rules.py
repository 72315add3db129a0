"""国家备案众创空间：全部条件同时满足。"""

from ceyuan.authoring.rules import clause, derived, ratio


@clause("(一)(二)")
def well_run(operator_independent):
    """发展方向明确、模式清晰、可持续发展，有专门运营管理机构，原则上应具有独立法人资格。"""
    return operator_independent


@clause("(三)")
def old_enough(months_running, *, months_floor):
    """运营时间满18个月。"""
    return months_running >= months_floor


@derived
def work_area_share(work_area, floor_area):
    """创业工位和公共服务场地面积占总面积的比例。"""
    return ratio(work_area, floor_area)


@clause("(四)")
def enough_space(
    floor_area, seats, work_area_share, *, area_floor, seats_floor, work_area_share_floor
):
    """拥有不低于500平方米的服务场地，或提供不少于30个创业工位；提供的创业工位和公共服务场地面积不低于总面积的75%。"""
    return ((floor_area >= area_floor) | (seats >= seats_floor)) & (
        work_area_share >= work_area_share_floor
    )


@clause("(五)")
def enough_residents(resident_teams_and_firms, *, residents_floor):
    """年协议入驻创业团队和企业不低于20家。"""
    return resident_teams_and_firms >= residents_floor


@clause("(六)")
def brings_forth_firms(new_firms_year, financed_year, *, new_firms_floor, financed_floor):
    """入驻创业团队每年注册成为新企业数不低于10家，或每年有不低于5家获得融资。"""
    return (new_firms_year >= new_firms_floor) | (financed_year >= financed_floor)


@clause("(七)")
def enough_cases(typical_cases_year, *, cases_floor):
    """每年有不少于3个典型孵化案例。"""
    return typical_cases_year >= cases_floor


@clause("(八)")
def enough_people(full_time_staff, mentors, *, staff_floor, mentors_floor):
    """具备职业孵化服务队伍，至少3名具备专业服务能力的专职人员，聘请至少3名专兼职导师。"""
    return (full_time_staff >= staff_floor) & (mentors >= mentors_floor)


@clause("(九)")
def enough_events(events, *, events_floor):
    """每年开展的创业沙龙、路演、创业大赛、创业教育培训等活动不少于10场次。"""
    return events >= events_floor


@clause("(十)")
def reports(reports_truthfully):
    """按科技部门要求上报统计数据，且数据真实、完整。"""
    return reports_truthfully
