"""荣昌区专家工作站年度补贴。"""

from ceyuan.authoring.rules import award, clause, one_of, when


@clause("支持对象")
def station(expert_station):
    """院士工作站或者海智工作站。"""
    return expert_station


@clause("年度考核")
def passed(evaluation):
    """年度考核优秀或者合格。"""
    return one_of(evaluation, ("优秀", "合格"))


@award("补贴标准")
def grant(evaluation, *, excellent_grant, pass_grant):
    """考核优秀补贴20万元，合格补贴10万元。"""
    return (
        when(evaluation == "优秀", excellent_grant)
        .when(evaluation == "合格", pass_grant)
        .otherwise(0)
    )
