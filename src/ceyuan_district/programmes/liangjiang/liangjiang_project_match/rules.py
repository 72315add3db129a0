"""两江新区国家重点研发专项配套。"""

from ceyuan.authoring.rules import award, capped, clause, to_the_fen


@clause("支持对象")
def leads(leads_national_project, in_liangjiang):
    """两江新区单位牵头承担国家重点研发专项。"""
    return leads_national_project & in_liangjiang


@clause("支持条件")
def not_jointly_supported(on_joint_support_list):
    """未列入联合支持名单。"""
    return ~on_joint_support_list


@clause("支持期限")
def within_years(match_year, *, years_ceiling):
    """配套不超过三年。"""
    return match_year <= years_ceiling


@award("配套标准")
def match(national_money_year, *, match_rate, yearly_cap):
    """按当年国家经费的50%配套，每项每年最高100万元。"""
    return capped(to_the_fen(national_money_year * match_rate), yearly_cap)
