"""种子投资引导基金公益参股：条件与金额上限。"""

from ceyuan.authoring.rules import award, capped, clause, derived, year_of


@clause("申报条件")
def in_register(is_tech_enterprise):
    """已进入重庆市科技型企业库。"""
    return is_tech_enterprise


@derived
def tax_years(founded, on):
    """到申报当年的纳税年度数，成立当年和申报当年都计入。"""
    return year_of(on) - year_of(founded) + 1


@clause("申报条件")
def young_enough(tax_years, *, tax_years_ceiling):
    """成立时间不超过5个纳税年度。"""
    return tax_years <= tax_years_ceiling


@clause("申报条件")
def honest(research_dishonesty_one_year, joint_punishment):
    """一年内没有科研失信记录，未列入联合惩戒对象。"""
    return ~research_dishonesty_one_year & ~joint_punishment


@clause("申报条件")
def no_default(bank_default_days, *, default_days_ceiling):
    """没有银行贷款连续违约超过30天。"""
    return bank_default_days <= default_days_ceiling


@clause("申报条件")
def no_harmful_suit(harmful_suit):
    """没有影响正常经营的未决诉讼。"""
    return ~harmful_suit


@award("资助方式")
def equity(equity_decided, *, cap):
    """公益参股金额由投资决策委员会决定，单个企业最高80万元。"""
    return capped(equity_decided, cap)
