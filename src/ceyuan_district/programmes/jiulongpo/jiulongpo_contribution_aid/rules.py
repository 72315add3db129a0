"""九龙坡区财政贡献增量扶持：认定后三年，逐年递减。"""

from ceyuan.authoring.rules import award, band, clause, derived, greatest, to_the_fen


@clause("扶持对象")
def titled(is_high_tech, national_innovative):
    """高新技术企业或者国家级创新型企业。"""
    return is_high_tech | national_innovative


@clause("扶持条件")
def contributes(district_contribution, *, contribution_floor):
    """区级财政贡献50万元以上。"""
    return district_contribution >= contribution_floor


@clause("扶持期限")
def within_years(year_since_recognition, *, aid_rate):
    """自认定起三年内。"""
    return band(year_since_recognition, aid_rate) > 0


@derived
def increment(district_contribution, district_contribution_1):
    """区级财政贡献比上年增加的部分。"""
    return greatest(district_contribution - district_contribution_1, 0)


@award("扶持标准")
def aid(increment, year_since_recognition, *, aid_rate):
    """按增量第一年50%、第二年40%、第三年30%给予扶持。"""
    return to_the_fen(increment * band(year_since_recognition, aid_rate))
