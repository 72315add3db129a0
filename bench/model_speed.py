"""How fast quantities and time phrases are found in plain Chinese text: MB/s of UTF-8, one core.

python bench/model_speed.py [megabytes]
"""

import random
import sys
import time
from collections.abc import Callable

from ceyuan.model.period import parse_period
from ceyuan.model.period_phrase import find_periods
from ceyuan.model.printed_quantity import find_quantities

_SENTENCES = (
    "前三季度，全区实现地区生产总值{a}.{b}亿元，同比增长{b}.{c}%，高于全市{b}个百分点，居全市第{c}位。",
    "截至20{c}{c}年底，有效期内高新技术企业达到{a}家，科技型企业累计超过{a}余家，较上年增加{c}家。",
    "要深入实施创新驱动发展战略，坚持以企业为主体、市场为导向，推动产业链、创新链、资金链、人才链深度融合。",
    "会议强调，各级各部门要提高政治站位，统一思想认识，进一步完善工作机制，推动各项任务落地见效。",
    "该项目占地{a}亩，总投资约{b}亿元，建成投产后年产值不低于{a}亿元，预计引入企业{c}家以上。",
    "据介绍，研究院成立两年多来，已汇聚发明专利{a}余件，孵化企业{c}家，其中博士、硕士占比近七成。",
    "力争到2027年，全社会研发投入年均增长10%以上，“十四五”期间累计培育专精特新企业三百家。",
    "科技创新是引领发展的动力，人才是支撑发展的资源，开放合作是释放活力的途径，制度是行稳致远的保障。",
    "区科技局负责人表示，下一步将围绕主导产业补链强链，引导企业加大研发投入，推动更多成果就地转化落地。",
    "走进实验室，科研人员正聚精会神地调试设备，屏幕上跳动的曲线记录着每次试验的进展与得失。",
    "该平台面向中小企业开放共享仪器设备，提供检验检测、概念验证、小试中试和知识产权等一站式服务。",
    "与会代表围绕园区建设、金融支持、场景开放等话题展开讨论，并就进一步深化合作交换了意见。",
    "要强化服务意识，优化营商环境，健全企业诉求快速响应机制，让创新主体安心发展、专心研究、放心投资。",
    "记者在现场看到，工人们正在生产线上忙碌，一台台设备高速运转，一片热火朝天的景象。",
)


def text_of(megabytes: float, seed: int = 7) -> str:
    """Sentences as the press writes them, drawn with `seed`, of about that size in UTF-8."""
    draw = random.Random(seed)
    parts: list[str] = []
    size = 0
    while size < megabytes * 1_000_000:
        sentence = draw.choice(_SENTENCES).format(
            a=draw.randrange(10, 9999), b=draw.randrange(1, 99), c=draw.randrange(1, 9)
        )
        parts.append(sentence + ("\n" if draw.random() < 0.2 else ""))
        size += len(parts[-1].encode())
    return "".join(parts)


def speed(work: Callable[[str], object], text: str, rounds: int = 3) -> float:
    """Megabytes a second of processor time, in the fastest of some rounds."""
    size = len(text.encode()) / 1_000_000
    best = float("inf")
    for _ in range(rounds):
        began = time.process_time()
        work(text)
        best = min(best, time.process_time() - began)
    return size / best


def main() -> None:
    text = text_of(float(sys.argv[1]) if len(sys.argv) > 1 else 2.0)
    published = parse_period("2021-11-30")
    quantities = speed(find_quantities, text)
    periods = speed(lambda t: find_periods(t, published), text)
    both = speed(lambda t: (find_quantities(t), find_periods(t, published)), text)
    found, size = len(find_quantities(text)), len(text.encode())
    print(f"text            {size / 1e6:8.2f} MB, one quantity in {size // found} bytes")
    print(f"find_quantities {quantities:8.2f} MB/s")
    print(f"find_periods    {periods:8.2f} MB/s")
    print(f"both            {both:8.2f} MB/s")


if __name__ == "__main__":
    main()
