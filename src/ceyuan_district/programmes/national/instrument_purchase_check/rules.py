"""新购大型科研仪器查重评议：要不要查，查了能不能购。"""

from ceyuan.authoring.rules import all_of, any_of, clause, derived


@clause("查重评议范围")
def must_be_checked(central_money, price, *, price_floor):
    """使用中央财政资金、单台（套）200万元及以上的，须查重评议。"""
    return central_money & (price >= price_floor)


@clause("查重", required=False)
def nothing_similar(similar_exists):
    """没有可供共享的同类仪器。"""
    return ~similar_exists


@clause("查重", required=False)
def similar_in_full_use(similar_hours, *, full_use_hours):
    """同类仪器年有效工作机时达到1200小时。"""
    return similar_hours >= full_use_hours


@clause("评议", required=False)
def other_ground(other_ground_accepted):
    """专家认可的其他购置理由。"""
    return other_ground_accepted


@derived
def ground_stands(nothing_similar, similar_in_full_use, other_ground):
    """三项购置理由有一项成立。"""
    return any_of(nothing_similar, similar_in_full_use, other_ground)


@derived
def eligible(must_be_checked, ground_stands):
    """须查重评议，并且有一项理由成立：通过查重评议。"""
    return must_be_checked & ground_stands


@derived
def may_be_bought(must_be_checked, ground_stands):
    """不须查重评议，或者通过查重评议，可以购置。"""
    return any_of(~must_be_checked, ground_stands)


@derived
def to_be_shared(must_be_checked, ground_stands):
    """须查重评议而没有一项理由成立，应当共享已有的同类仪器。"""
    return all_of(must_be_checked, ~ground_stands)
