"""技术合同增值税免税：哪些合同免，免多少。"""

from ceyuan.authoring.rules import any_of, clause, derived, one_of, when


@clause("附件3 一(二十六)")
def recognised(recognised_contract):
    """持技术转让、开发的书面合同，到所在地省级主管部门进行认定，并持有关证明文件备查。"""
    return recognised_contract


@clause("附件3 一(二十六)")
def of_exempt_type(contract_type, tied_to_transfer, *, exempt_types, tied_types):
    """提供技术转让、技术开发和与之相关的技术咨询、技术服务；单独的技术咨询、技术服务不免。"""
    return any_of(
        one_of(contract_type, exempt_types),
        one_of(contract_type, tied_types) & tied_to_transfer,
    )


@derived
def technical_amount(amount, nontechnical_amount):
    """技术交易额：合同成交总额减去购置设备、仪器、零部件、原材料等非技术性费用；后者大于总额的不能采用。"""
    return when(nontechnical_amount <= amount, amount - nontechnical_amount).otherwise(None)


@derived
def reviewed_as_large(technical_amount, *, large_contract):
    """按大额合同审查（正式文本的数额未见公开）。"""
    return technical_amount >= large_contract


@derived
def exempt_sales(recognised, of_exempt_type, technical_amount):
    """免征增值税的技术交易额；不在免税之列的为零。"""
    return when(recognised & of_exempt_type, technical_amount).otherwise(0)
