"""开放共享评价考核：三个比例、总分、下一次考核和整改期限。"""

from ceyuan.authoring.rules import clause, derived, ratio, when


@clause("考核对象")
def reviewed(instruments_to_list):
    """管理单位有利用财政资金购置、单台（套）50万元及以上的科研仪器。"""
    return instruments_to_list > 0


@derived
def listed_share(instruments_listed, instruments_to_list):
    """入网比例：已入网的仪器占应当入网的比例。"""
    return ratio(instruments_listed, instruments_to_list)


@derived
def open_share(instruments_open, instruments_to_open):
    """开放率：已开放的仪器占应当开放的比例。"""
    return ratio(instruments_open, instruments_to_open)


@derived
def shared_hours_share(shared_hours, effective_hours):
    """共享率：对外服务机时占有效工作机时的比例。"""
    return ratio(shared_hours, effective_hours)


@derived
def total_score(
    organisation_score,
    running_score,
    service_score,
    *,
    organisation_weight,
    running_weight,
    service_weight,
):
    """总分：组织管理、运行使用、共享服务的得分按权重合计；总分相同的按共享服务排序。"""
    return (
        organisation_score * organisation_weight
        + running_score * running_weight
        + service_score * service_weight
    )


@derived
def next_review_year(last_review_year, *, cycle_years):
    """按周期推算的下一次考核年份。"""
    return last_review_year + cycle_years


@derived
def years_to_rectify(review_grade, *, rectification_years):
    """考核较差的整改期限；其他等级不用整改。"""
    return when(review_grade == "poor", rectification_years).otherwise(0)
