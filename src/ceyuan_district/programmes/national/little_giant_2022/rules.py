"""专精特新“小巨人”企业（2022年版）：专、精、特、新、链、品。

2026年4月1日起新申请按2026年版；当年的复核仍按这一版。
"""

from ceyuan.authoring.rules import (
    all_of,
    clause,
    derived,
    growth,
    mean_of,
    none_of,
    ratio,
    when,
)


@clause("基本条件")
def clean_record(
    registered_sme, banned_product, incident_three_years, on_abnormal_list, on_dishonesty_list
):
    """在中华人民共和国境内工商注册登记、具有独立法人资格，符合《中小企业划型标准规定》，未被列入经营异常名录或严重失信主体名单，提供的产品（服务）不属于国家禁止、限制或淘汰类，同时近三年未发生重大安全、质量、环境污染等事故以及偷漏税等违法违规行为。"""
    return registered_sme & none_of(
        banned_product, incident_three_years, on_abnormal_list, on_dishonesty_list
    )


@clause("117号", since="2026-04-01")
def under_review(is_little_giant):
    """2026年4月1日起这一版只用于当年的复核，即已有“小巨人”称号的企业；新申请的按2026年版。"""
    return is_little_giant


@derived
def main_share(main_revenue, revenue):
    """上年度主营业务收入总额占营业收入总额比重。"""
    return ratio(main_revenue, revenue)


@derived
def mean_growth_2y(main_revenue_2, main_revenue_1, main_revenue):
    """近2年主营业务收入平均增长率：两个年度增长率的平均。"""
    return mean_of(growth(main_revenue_2, main_revenue_1), growth(main_revenue_1, main_revenue))


@clause("附件3 一")
def specialised(
    market_years, main_share, mean_growth_2y, *, market_years_floor, main_share_floor, growth_floor
):
    """专：从事特定细分市场时间达到3年以上，主营业务收入占比不低于70%，近2年主营业务收入平均增长率不低于5%。"""
    return all_of(
        market_years >= market_years_floor,
        main_share >= main_share_floor,
        mean_growth_2y >= growth_floor,
    )


@clause("附件3 二")
def refined(core_business_on_system, management_certified, liabilities, assets, *, debt_ceiling):
    """精：至少1项核心业务采用信息系统支撑；取得相关管理体系认证或产品通过发达国家和地区产品认证；资产负债率不高于70%。"""
    return all_of(
        core_business_on_system, management_certified, ratio(liabilities, assets) <= debt_ceiling
    )


@clause("附件3 三")
def distinctive(market_share, own_brand, *, market_share_floor):
    """特：主导产品在全国细分市场占有率达到10%以上，且享有较高知名度和影响力，拥有直接面向市场并具有竞争优势的自主品牌。"""
    return (market_share >= market_share_floor) & own_brand


@derived
def rd_enough(
    revenue,
    revenue_1,
    rd_expense,
    rd_expense_1,
    equity_raised_2y,
    rd_staff,
    staff,
    *,
    large_revenue,
    middle_revenue,
    large_rd_share,
    middle_rd_share,
    small_equity,
    small_rd_sum,
    small_rd_staff_share,
):
    """研发投入按上年度营业收入分三档要求。"""
    share, share_1 = ratio(rd_expense, revenue), ratio(rd_expense_1, revenue_1)
    return (
        when(revenue >= large_revenue, (share >= large_rd_share) & (share_1 >= large_rd_share))
        .when(revenue >= middle_revenue, (share >= middle_rd_share) & (share_1 >= middle_rd_share))
        .otherwise(
            all_of(
                equity_raised_2y >= small_equity,
                rd_expense + rd_expense_1 >= small_rd_sum,
                ratio(rd_staff, staff) >= small_rd_staff_share,
            )
        )
    )


@clause("附件3 四")
def innovative(
    rd_enough,
    has_rd_body,
    class1_in_use,
    national_award_rank,
    maker_china_rank,
    *,
    class1_floor,
    award_rank_ceiling,
    maker_china_ceiling,
):
    """新：满足一般性条件（研发投入、研发机构、2项以上Ⅰ类知识产权），或近三年获得国家级科技奖励并排名前三、进入“创客中国”全国50强企业组名单之一。"""
    general = all_of(rd_enough, has_rd_body, class1_in_use >= class1_floor)
    return (
        general
        | (national_award_rank <= award_rank_ceiling)
        | (maker_china_rank <= maker_china_ceiling)
    )


@clause("附件3 五")
def key_in_chain(chain_key_link):
    """链：位于产业链关键环节，围绕重点产业链实现关键基础技术和产品的产业化应用，发挥“补短板”“锻长板”“填空白”等重要作用。"""
    return chain_key_link


@clause("附件3 六")
def key_main_product(key_product):
    """品：主导产品属于重点领域从事细分产品市场，属于制造业核心基础零部件、元器件、关键软件、先进基础工艺、关键基础材料和产业技术基础等领域。"""
    return key_product
