"""重庆市大型仪器：该不该入网，用得满不满，多少给了外面用。"""

from ceyuan.authoring.rules import clause, derived, ratio


@clause("入网范围")
def large_enough(price, *, price_floor):
    """价值20万元及以上。"""
    return price >= price_floor


@derived
def norm(months_counted, *, yearly_norm, months_in_year):
    """统计期的机时定额：每年1400小时，不满一年的按月折算。"""
    return ratio(yearly_norm * months_counted, months_in_year)


@derived
def use_rate(hours, norm):
    """利用率：有效工作机时占统计期定额的比例。"""
    return ratio(hours, norm)


@derived
def external_share(external_hours, hours):
    """对外服务占比：对外服务机时占有效工作机时的比例。"""
    return ratio(external_hours, hours)


@derived
def external_use_rate(external_share, use_rate):
    """对外利用率：对外服务机时占统计期定额的比例。"""
    return external_share * use_rate


@derived
def to_be_verified(hours, norm):
    """利用率超过100%，须核对机时记录。"""
    return hours > norm
