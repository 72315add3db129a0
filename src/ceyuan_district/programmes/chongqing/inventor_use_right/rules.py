"""职务科技成果赋权：试点单位的职务成果，共有或不低于10年的使用权。"""

from ceyuan.authoring.rules import any_of, clause


@clause("试点范围")
def pilot(pilot_unit):
    """试点单位。"""
    return pilot_unit


@clause("赋权对象")
def by_job(made_on_the_job):
    """属于职务科技成果。"""
    return made_on_the_job


@clause("赋权方式")
def right_given(joint_ownership, use_right_years, *, right_years_floor):
    """赋予所有权（共有），或者赋予不低于10年的长期使用权。"""
    return any_of(joint_ownership, use_right_years >= right_years_floor)
