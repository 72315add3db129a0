"""九龙坡区高新技术企业认定奖励。"""

from ceyuan.authoring.rules import award, clause, when


@clause("奖励对象")
def recognised(high_tech_event):
    """当年新认定或者重新认定为高新技术企业。"""
    return (high_tech_event == "new") | (high_tech_event == "renewed")


@award("奖励标准")
def reward_most(high_tech_event, *, new_award, renewed_award):
    """新认定的奖励5万元，重新认定的不超过2万元（按上限计算）。"""
    return (
        when(high_tech_event == "new", new_award)
        .when(high_tech_event == "renewed", renewed_award)
        .otherwise(0)
    )
