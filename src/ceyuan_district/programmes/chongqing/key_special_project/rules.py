"""重大（重点）专项：财政经费是否在规定区间。"""

from ceyuan.authoring.rules import award, clause, when


@clause("立项")
def selected(special_selected):
    """经评审立项。"""
    return special_selected


@clause("支持额度")
def within_range(special_class, grant, *, major_floor, major_cap, key_floor, key_limit):
    """重大专项每项1000万元至3000万元；重点专项每项100万元以上、不足1000万元。"""
    return (
        when(special_class == "major", (grant >= major_floor) & (grant <= major_cap))
        .when(special_class == "key", (grant >= key_floor) & (grant < key_limit))
        .otherwise(None)
    )


@award("支持额度")
def support(grant):
    """立项确定的财政经费。"""
    return grant
