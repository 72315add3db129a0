"""科学仪器测试费补助：用了入网仪器、有项目的，按比例补助。"""

from ceyuan.authoring.rules import award, clause, derived, one_of, to_the_fen, when


@clause("补助对象")
def uses_network(uses_network_instrument):
    """使用加入共享网络的大型科学仪器。"""
    return uses_network_instrument


@clause("补助对象")
def has_project(test_project_level):
    """测试用于科技计划项目。"""
    return one_of(test_project_level, ("national", "municipal", "district"))


@derived
def high_level(test_project_level):
    """属于市级以上项目。"""
    return one_of(test_project_level, ("national", "municipal"))


@derived
def aid_least(test_fee, high_level, *, least_rate, most_rate):
    """补助额的下限：市级以上项目30%，其他10%。"""
    return to_the_fen(test_fee * when(high_level, most_rate).otherwise(least_rate))


@derived
def aid_most(test_fee, *, most_rate):
    """补助额的上限：30%。"""
    return to_the_fen(test_fee * most_rate)


@award("补助标准")
def aid(test_fee, high_level, *, most_rate, usual_rate):
    """按测试费的10%至30%补助，市级以上项目30%。"""
    return to_the_fen(test_fee * when(high_level, most_rate).otherwise(usual_rate))
