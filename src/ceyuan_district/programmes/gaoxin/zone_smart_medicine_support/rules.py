"""药物算法平台与智能医疗器械：两类项目之一，按研发投入支持。"""

from ceyuan.authoring.rules import all_of, any_of, award, capped, clause, derived, to_the_fen


@clause("适用范围")
def local(in_zone):
    """重庆高新区内的企业。"""
    return in_zone


@clause("支持对象", required=False)
def drug_platform(model_ready, drug_contract):
    """药物算法平台：模型已可用，并与药企签订合同。"""
    return model_ready & drug_contract


@clause("支持对象", required=False)
def smart_device(own_ip, type_test_report, clinical_value):
    """智能医疗器械：有自主知识产权、型式检验报告和临床价值。"""
    return all_of(own_ip, type_test_report, clinical_value)


@award("支持标准")
def support(project_rd, *, rate, project_cap):
    """按项目研发投入的15%给予支持，每个项目最高100万元。"""
    return capped(to_the_fen(project_rd * rate), project_cap)


@derived
def eligible(local, drug_platform, smart_device):
    """在高新区内，并且属于两类项目之一。"""
    return local & any_of(drug_platform, smart_device)
