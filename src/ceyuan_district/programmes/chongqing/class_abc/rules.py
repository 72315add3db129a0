"""科技型企业 A、B、C 分类：先看经营状态，再看成长和规模。"""

from ceyuan.authoring.rules import clause, derived, first_known, growth, when


@clause("分类范围")
def in_ledger(is_tech_enterprise):
    """列入本区科技型企业台账的企业。"""
    return is_tech_enterprise


@derived
def revenue_growth(revenue_1, revenue):
    """上年营业收入增长率。"""
    return growth(revenue_1, revenue)


@derived
def computed_class(
    operating_normally,
    revenue_growth,
    revenue,
    *,
    class_a_growth,
    class_a_revenue,
    class_b_growth,
    class_b_revenue,
):
    """经营不正常的为 C 类；成长和规模都达到 A 类界限的为 A 类，都达到 B 类界限的为 B 类，其余为 C 类。"""
    return (
        when(~operating_normally, "c")
        .when((revenue_growth >= class_a_growth) & (revenue >= class_a_revenue), "a")
        .when((revenue_growth >= class_b_growth) & (revenue >= class_b_revenue), "b")
        .otherwise("c")
    )


@derived
def class_of(class_assignment, computed_class):
    """工作人员指定的类别优先，没有指定的按界限计算。"""
    return first_known(class_assignment, computed_class)


@derived
def visits_a_year(class_of, *, class_a_visits, class_b_visits, class_c_visits):
    """每年应走访次数。"""
    return (
        when(class_of == "a", class_a_visits)
        .when(class_of == "b", class_b_visits)
        .when(class_of == "c", class_c_visits)
        .otherwise(None)
    )
