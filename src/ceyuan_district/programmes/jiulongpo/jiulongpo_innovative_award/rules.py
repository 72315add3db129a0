"""九龙坡区创新型企业奖励。"""

from ceyuan.authoring.rules import award, clause, one_of, when


@clause("奖励对象")
def named(innovative_title_level):
    """获评国家级、市级或者区级创新型企业。"""
    return one_of(innovative_title_level, ("national", "municipal", "district"))


@award("奖励标准")
def reward(innovative_title_level, *, national_award, municipal_award, district_award):
    """国家级奖励50万元，市级10万元，区级5万元。"""
    return (
        when(innovative_title_level == "national", national_award)
        .when(innovative_title_level == "municipal", municipal_award)
        .when(innovative_title_level == "district", district_award)
        .otherwise(0)
    )
