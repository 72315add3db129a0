"""科创属性：常规指标须全部满足；不满足的，符合五种例外情形之一也可以。

招股说明书往往只披露比例或合计数：直接披露的优先，没有披露的由各年数计算。
四个版本（2020年3月、2021年4月、2022年12月、2024年4月）只是限额不同，见 parameters.toml。
"""

from ceyuan.authoring.rules import (
    all_of,
    any_of,
    clause,
    compound_growth,
    derived,
    first_known,
    none_of,
    ratio,
    when,
)


@derived
def rd_sum(
    rd_investment_3y,
    rd_expense,
    rd_expense_1,
    rd_expense_2,
    rd_capitalised,
    rd_capitalised_1,
    rd_capitalised_2,
):
    """最近三年累计研发投入=费用化的研发费用与资本化的开发支出之和。"""
    spent = rd_expense + rd_expense_1 + rd_expense_2
    capitalised = rd_capitalised + rd_capitalised_1 + rd_capitalised_2
    return first_known(rd_investment_3y, spent + capitalised)


@derived
def rd_share(rd_share_3y, rd_sum, revenue, revenue_1, revenue_2):
    """最近三年累计研发投入占最近三年累计营业收入的比例。"""
    return first_known(rd_share_3y, ratio(rd_sum, revenue + revenue_1 + revenue_2))


@derived
def rd_share_reaches(
    rd_share,
    rd_share_year,
    rd_share_year_1,
    rd_share_year_2,
    *,
    rd_share_floor,
):
    """三年占比达到下限没有：只披露各年占比的，各年都达到即达到，各年都不到即不到。"""
    return _reaches(rd_share, (rd_share_year, rd_share_year_1, rd_share_year_2), rd_share_floor)


@derived
def rd_share_reaches_software(
    rd_share,
    rd_share_year,
    rd_share_year_1,
    rd_share_year_2,
    *,
    software_rd_share_floor,
):
    """三年占比达到软件行业的下限没有。"""
    yearly = (rd_share_year, rd_share_year_1, rd_share_year_2)
    return _reaches(rd_share, yearly, software_rd_share_floor)


def _reaches(share, yearly, floor):
    """The three-year share lies between the lowest and the highest yearly share."""
    return first_known(
        share >= floor,
        when(all_of(*(year >= floor for year in yearly)), True).otherwise(None),
        when(none_of(*(year >= floor for year in yearly)), False).otherwise(None),
    )


@clause("常规指标(1)", required=False)
def spends_on_rd(
    rd_share_reaches, rd_share_reaches_software, rd_sum, software_industry, *, rd_sum_floor
):
    """最近三年累计研发投入占最近三年累计营业收入比例5%以上，或最近三年累计研发投入金额达到规定数额以上；软件行业研发投入占比应在10%以上。"""
    usual = rd_share_reaches | (rd_sum >= rd_sum_floor)
    return rd_share_reaches_software | (~software_industry & usual)


@derived
def rd_staff_share(rd_staff_share_disclosed, rd_staff, staff):
    """研发人员占当年员工总数的比例。"""
    return first_known(rd_staff_share_disclosed, ratio(rd_staff, staff))


@clause("常规指标(2)", required=False)
def enough_rd_staff(rd_staff_share, *, rd_staff_share_floor):
    """研发人员占当年员工总数的比例不低于10%（2021年起；2020年版未设此项）。"""
    return when(rd_staff_share_floor == 0, True).otherwise(rd_staff_share >= rd_staff_share_floor)


@clause("常规指标(3)", required=False)
def enough_patents(invention_patents_main, software_industry, *, patents_floor):
    """应用于公司主营业务（2024年起并能够产业化）的发明专利达到规定项数；软件行业不适用。"""
    return software_industry | (invention_patents_main >= patents_floor)


@derived
def revenue_growth(revenue_growth_3y, revenue, revenue_2):
    """最近三年营业收入复合增长率=（最近一年营业收入/前两年营业收入）的平方根－1。"""
    return first_known(revenue_growth_3y, compound_growth(revenue_2, revenue, 2))


@clause("常规指标(4)", required=False)
def grows_or_is_large(
    revenue_growth,
    revenue,
    fifth_listing_standard,
    red_chip_listed_abroad,
    *,
    growth_floor,
    revenue_floor,
    red_chip_exempt,
):
    """最近三年营业收入复合增长率或最近一年营业收入达到规定标准；采用第五套上市标准的不适用，2021年版起已境外上市红筹企业也不适用。"""
    return any_of(
        fifth_listing_standard,
        red_chip_exempt & red_chip_listed_abroad,
        revenue_growth >= growth_floor,
        revenue >= revenue_floor,
    )


@clause("例外情形(1)", required=False)
def technology_certified(leading_technology_certified):
    """发行人拥有的核心技术经国家主管部门认定具有国际领先、引领作用或者对于国家战略具有重大意义。"""
    return leading_technology_certified


@clause("例外情形(2)", required=False)
def won_national_award(national_award_main_participant):
    """发行人作为主要参与单位或者发行人的核心技术人员作为主要参与人员，获得国家科技进步奖、国家自然科学奖、国家技术发明奖，并将相关技术运用于公司主营业务。"""
    return national_award_main_participant


@clause("例外情形(3)", required=False)
def led_major_project(led_national_major_project):
    """发行人独立或者牵头承担与主营业务和核心技术相关的“国家重大科技专项”项目。"""
    return led_national_major_project


@clause("例外情形(4)", required=False)
def substitutes_imports(import_substitution):
    """发行人依靠核心技术形成的主要产品（服务），属于国家鼓励、支持和推动的关键设备、关键产品、关键零部件、关键材料等，并实现了进口替代。"""
    return import_substitution


@clause("例外情形(5)", required=False)
def many_core_patents(invention_patents_core, *, core_patents_floor):
    """形成核心技术和应用于主营业务的发明专利（含国防专利）合计50项以上。"""
    return invention_patents_core >= core_patents_floor


@clause("行业限制", required=False)
def sector_allowed(board_sector, *, sector_rule):
    """支持符合板块定位的行业领域；限制金融科技、模式创新企业（由审核决定）；禁止房地产和主要从事金融、投资类业务的企业（2021年版起）。"""
    by_class = (
        when(board_sector == "supported", True)
        .when(board_sector == "prohibited", False)
        .otherwise(None)
    )
    return when(sector_rule, by_class).otherwise(True)


@derived
def regular(spends_on_rd, enough_rd_staff, enough_patents, grows_or_is_large):
    """常规指标：该日有效版本设有的各项须全部满足。"""
    return all_of(spends_on_rd, enough_rd_staff, enough_patents, grows_or_is_large)


@derived
def exception_holds(
    technology_certified,
    won_national_award,
    led_major_project,
    substitutes_imports,
    many_core_patents,
):
    """五种例外情形之一。"""
    return any_of(
        technology_certified,
        won_national_award,
        led_major_project,
        substitutes_imports,
        many_core_patents,
    )


@derived
def eligible(regular, exception_holds, sector_allowed):
    """行业不在禁止之列，并且满足全部常规指标或符合例外情形之一。"""
    return sector_allowed & (regular | exception_holds)
