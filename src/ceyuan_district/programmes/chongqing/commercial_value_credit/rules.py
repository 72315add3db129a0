"""商业价值信用贷款：谁可以授信，上限多少。"""

from ceyuan.authoring.rules import award, clause, when


@clause("负面清单")
def off_the_negative_list(on_negative_list):
    """企业未列入评价体系的负面清单。"""
    return ~on_negative_list


@award("授信额度")
def limit(is_specialised, *, specialised_limit, usual_limit):
    """专精特新企业的授信额度上限；其他企业的上限未见公开文本。"""
    return when(is_specialised, specialised_limit).otherwise(usual_limit)
