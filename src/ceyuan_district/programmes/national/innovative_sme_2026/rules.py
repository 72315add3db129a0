"""科技和创新型中小企业（2026年版）：持有两个称号之一即是；新评价的标准没有公布。"""

from ceyuan.authoring.rules import any_of, clause, derived


@clause("科技和创新型中小企业", required=False)
def holds_tech_sme_entry(is_tech_sme):
    """有效期内的科技型中小企业（当年有入库登记编号）。"""
    return is_tech_sme


@clause("科技和创新型中小企业", required=False)
def holds_innovative_title(is_innovative_sme):
    """有效期内的创新型中小企业；2026年4月1日以前公告的，称号到有效期满为止。"""
    return is_innovative_sme


@clause("新评价", required=False)
def evaluated_anew(innovative_score, *, pass_mark):
    """2026年4月1日以后新评价为创新型中小企业：评价标准国家没有公布，各省是否延续2022年的附件未见公开文本。"""
    return innovative_score >= pass_mark


@derived
def eligible(holds_tech_sme_entry, holds_innovative_title, evaluated_anew):
    """持有两个称号之一，或新评价达到标准。"""
    return any_of(holds_tech_sme_entry, holds_innovative_title, evaluated_anew)
