"""专利开放许可：谁能声明，费用是否在通常范围，年费减多少，撤回以前的许可是否有效。"""

from ceyuan.authoring.rules import (
    award,
    clause,
    derived,
    greatest,
    none_of,
    one_of,
    to_the_fen,
    when,
    years_between,
)


@clause("第五十条")
def owners_agree(all_owners_consent):
    """专利权人自愿以书面方式声明愿意许可任何单位或者个人实施其专利；共有的须全体同意。"""
    return all_owners_consent


@clause("实施细则第八十六条")
def right_is_free(
    in_force, exclusive_licence_running, right_suspended, fees_overdue, pledged_without_consent
):
    """专利权处于独占或者排他许可有效期限内、因权属纠纷中止、未按规定缴纳年费、出质而未经质权人同意或者不再有效的，不得声明开放许可。"""
    return in_force & none_of(
        exclusive_licence_running, right_suspended, fees_overdue, pledged_without_consent
    )


@clause("第五十条")
def evaluated(patent_type, evaluation_report):
    """就实用新型、外观设计专利提出开放许可声明的，应当提供专利权评价报告，结论不得不利。"""
    return when(
        one_of(patent_type, ["utility_model", "design"]), evaluation_report == "positive"
    ).otherwise(True)


@clause("声明期限")
def within_life(term_ends, expires):
    """许可期限不得超过专利权的期限。"""
    return term_ends <= expires


@clause("试点实务")
def long_enough(term_ends, on, *, licence_years_floor):
    """许可期限不少于一年，自声明的次日起算。"""
    return years_between(on, term_ends) >= licence_years_floor


@derived
def lump_sum_usual(lump_sum_fee, *, lump_sum_ceiling):
    """一次总付的许可使用费一般不高于2000万元。"""
    return lump_sum_fee <= lump_sum_ceiling


@derived
def sales_royalty_usual(sales_royalty, *, sales_royalty_ceiling):
    """按净销售额提成的，一般不高于20%。"""
    return sales_royalty <= sales_royalty_ceiling


@derived
def profit_royalty_usual(profit_royalty, *, profit_royalty_ceiling):
    """按利润提成的，一般不高于40%。"""
    return profit_royalty <= profit_royalty_ceiling


@clause("许可使用费估算指引")
def fee_usual(fee_method, lump_sum_usual, sales_royalty_usual, profit_royalty_usual):
    """按声明的支付方式，许可使用费不高于通常上限；高于的宜用开放许可以外的方式许可。"""
    return (
        when(fee_method == "lump_sum", lump_sum_usual)
        .when(fee_method == "sales", sales_royalty_usual)
        .when(fee_method == "profit", profit_royalty_usual)
        .otherwise(None)
    )


@award("第五十一条", since="2024-07-01")
def fee_relief(annual_fee, other_relief_rate, licence_carried_out, *, annual_fee_relief):
    """开放许可实施期间，对专利权人缴纳专利年费相应给予减免；与其他减免就高，不叠加（减免额）。"""
    rate = when(licence_carried_out, greatest(other_relief_rate, annual_fee_relief)).otherwise(
        other_relief_rate
    )
    return to_the_fen(annual_fee * rate)


@derived
def annual_fee_due(annual_fee, fee_relief):
    """减免后应缴的年费。"""
    return annual_fee - fee_relief


@derived
def licence_stands(withdrawn, withdrawal_announced, licence_notified, licence_paid):
    """撤回开放许可声明不影响在先给予的开放许可：在撤回公告日以前已书面通知并支付的，仍然有效。"""
    before = (licence_notified < withdrawal_announced) & (licence_paid < withdrawal_announced)
    return when(withdrawn, before).otherwise(True)
