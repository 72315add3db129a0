"""Events, relations, commitments and mechanisms: what a sentence tells, and what it only seems to."""

from typing import Any

import pytest
from told import told_in


def listed(text: str, name: str, **said: Any) -> list[dict[str, Any]]:
    """Mentions of one list of a text, all or those with these values."""
    found = [m for m in told_in(text) if m["list"] == name]
    return [m for m in found if all(m[k] == v for k, v in said.items())]


def events(text: str) -> list[tuple[str, str | None, list[str]]]:
    return [(m["type"], m["date"], m["participants"]) for m in listed(text, "events")]


def relations(text: str) -> list[tuple[str, str, str]]:
    return [(m["subject"], m["predicate"], m["object"]) for m in listed(text, "relations")]


def commitments(text: str) -> list[tuple[str | None, str, Any, str | None]]:
    return [
        (m["actor"], m["what"], m["target_value"], m["deadline"])
        for m in listed(text, "commitments")
    ]


def mechanisms(text: str) -> list[str]:
    return [m["name"] for m in listed(text, "mechanisms")]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "9月10日，临枫区人民政府与栖川理工大学签署战略合作协议。",
            ("agreement_signed", "2024-09-10", ["临枫区人民政府", "栖川理工大学"]),
        ),
        (
            "今年2月，由栖川大学建设的枫桥智能装备研究院揭牌。",
            ("opening", "2024-02", ["枫桥智能装备研究院"]),
        ),
        (
            "去年9月，临枫区科技局联合栖川大学成立临枫稻谷研究院。",
            ("opening", "2023-09", ["临枫稻谷研究院"]),
        ),
        (
            "8月28日，枫桥新材料产业园正式开工建设。",
            ("construction_start", "2024-08-28", ["枫桥新材料产业园"]),
        ),
        (
            "今年6月，临枫区印发《临枫区支持企业研发若干措施》。",
            ("policy_issued", "2024-06", ["临枫区"]),
        ),
        (
            "2023年，栖川海象机器人有限公司获澜东省科学技术进步奖二等奖。",
            ("award", "2023", ["栖川海象机器人有限公司"]),
        ),
        (
            "今年5月，临枫区获评澜东省农业科技示范县。",
            ("recognition", "2024-05", ["临枫区"]),
        ),
        (
            "6月18日，澜东潮音装备股份有限公司在科创板上市。",
            ("listing", "2024-06-18", ["澜东潮音装备股份有限公司"]),
        ),
        (
            "9月5日，临枫区科技局举办“成果进园区”对接会。",
            ("meeting", "2024-09-05", ["临枫区科技局"]),
        ),
    ],
)
def test_what_happened_is_told_with_its_day_and_who_took_part(text, event):
    assert events(text) == [event]


@pytest.mark.parametrize(
    "text",
    [
        "临枫区将与栖川理工大学签署战略合作协议。",
        "临枫区推动枫桥新材料产业园开工建设。",
        "枫桥智能装备研究院成立以来，已引进团队5个。",
        "如果企业被认定为高新技术企业，可享受税收优惠。",
        "今年以来，临枫区签约科技合作项目58个。",
        "11项成果获省科学技术奖提名。",
        "临枫区还将在下半年举办两场成果对接会。",
        "临枫区一园区获评市级孵化器。",
        "对获得国家科学技术奖的单位，按规定给予奖励。",
    ],
)
def test_a_plan_a_rule_and_a_count_are_no_event(text):
    assert events(text) == []


def test_each_firm_of_a_list_is_recognised_even_by_a_short_name():
    told = events("云杉重工、海象精密被评为2023年省级单项冠军。")

    assert [(kind, who) for kind, _, who in told] == [
        ("recognition", ["云杉重工"]),
        ("recognition", ["海象精密"]),
    ]


def test_the_day_is_the_one_told_last_before_what_happened():
    told = events("今年6月，临枫区出台《临枫区奖补办法》；9月，临枫区获批国家级示范区。")

    assert [(kind, day) for kind, day, _ in told] == [
        ("policy_issued", "2024-06"),
        ("recognition", "2024-09"),
    ]


def test_each_title_of_a_list_was_issued():
    told = relations("去年，临枫区出台《临枫区成果转化十条》《临枫区科技特派员管理办法》。")

    assert [o for _, r, o in told if r == "issued"] == [
        "临枫区成果转化十条",
        "临枫区科技特派员管理办法",
    ]


def test_who_stands_on_a_list_just_published_was_chosen():
    told = events("5月，澜东省公布首批新型研发机构名单，临枫稻谷研究院入选。")

    assert told == [("recognition", "2024-05", ["临枫稻谷研究院"])]


def test_a_prize_without_a_winner_in_the_sentence_is_nobodys():
    assert events("院长说，团队研发的“稻香一号”通过审定，今年4月获得省创新奖二等奖。") == []


def test_two_bodies_joined_by_and_are_two():
    told = relations("5月14日，临枫光子实验室与华岫光电股份有限公司签订攻关协议。")

    assert told == [("临枫光子实验室", "partners_with", "华岫光电股份有限公司")]


def test_cooperation_need_not_be_signed():
    assert ("临枫区", "partners_with", "栖川大学") in relations(
        "2021年，临枫区与栖川大学建立战略合作关系。"
    )
    assert relations("临枫区将与栖川大学建立战略合作关系。") == []


def test_who_leads_a_named_action_is_told():
    assert relations("临枫区科技局牵头实施全区“成果进园”行动。") == [
        ("临枫区科技局", "leads", "“成果进园”行动")
    ]


def test_a_core_area_is_part_of_what_its_name_says():
    assert ("临枫科学城核心区", "part_of", "临枫科学城") in relations(
        "临枫科学城核心区已引进企业30家。"
    )


def test_those_who_sign_are_partners_and_who_issues_is_told():
    assert relations("9月10日，临枫区人民政府与栖川理工大学签署合作协议。") == [
        ("临枫区人民政府", "partners_with", "栖川理工大学")
    ]
    assert ("临枫区", "issued", "临枫区支持企业研发若干措施") in relations(
        "今年6月，临枫区印发《临枫区支持企业研发若干措施》。"
    )


def test_every_founder_of_a_list_is_one_and_a_future_one_is_none():
    built = relations("由临枫区科技局、澜东精工集团共同建设的枫桥智能装备研究院揭牌。")
    planned = relations("临枫区科技局将联合栖川大学成立临枫稻谷研究院。")

    assert [(r, o) for _, r, o in built] == [
        ("founded_by", "临枫区科技局"),
        ("founded_by", "澜东精工集团"),
    ]
    assert planned == []


def test_a_person_works_where_the_office_is():
    told = relations("临枫区副区长何若川、栖川理工大学校长林知远出席签约仪式。")

    assert told == [
        ("何若川", "works_for", "临枫区"),
        ("林知远", "works_for", "栖川理工大学"),
    ]


def test_a_site_lies_where_the_sentence_says():
    assert relations("枫桥智能装备研究院位于临枫高新区。") == [
        ("枫桥智能装备研究院", "located_in", "临枫高新区")
    ]


def test_a_target_is_promised_with_its_figure_and_year():
    told = commitments("力争到2026年，临枫区高新技术企业达到300家。")

    assert [(actor, value, by) for actor, _, value, by in told] == [("临枫区", 300, "2026")]


def test_what_shall_be_done_is_promised_in_the_words_of_the_text():
    told = commitments("下一步，临枫区将加快建设临枫科技城，完善成果转化服务体系。")

    assert [(actor, what) for actor, what, _, _ in told] == [
        ("临枫区", "加快建设临枫科技城"),
        ("临枫区", "完善成果转化服务体系"),
    ]


def test_who_speaks_promises_for_the_body_of_the_office():
    told = commitments("临枫区科技局局长宋砚秋说：“我们将组建海洋装备创新联合体。”")

    assert [(actor, what) for actor, what, _, _ in told] == [
        ("临枫区科技局", "组建海洋装备创新联合体")
    ]


def test_what_was_done_and_what_a_rule_offers_is_no_promise():
    assert commitments("今年以来，临枫区建设科技城，完善服务体系。") == []
    assert commitments("对认定为高新技术企业的企业，将给予补助并实施跟踪服务。") == []


def test_mechanisms_are_known_by_official_name_by_quotes_and_by_what_they_are():
    assert mechanisms("推行“揭榜挂帅”，落实科技特派员。") == ["揭榜挂帅", "科技特派员制度"]
    assert mechanisms("探索“投融一体”模式，实施“雏鹰计划”。") == ["“投融一体”模式", "“雏鹰计划”"]
    assert mechanisms("建立首席工艺师制度。") == ["首席工艺师制度"]
    assert mechanisms("建设概念验证中心，完善相关制度。") == []


def test_a_mention_shows_where_it_stands():
    text = "今年6月，临枫区印发《临枫区支持企业研发若干措施》。"

    for mention in told_in(text):
        if "offset" in mention:
            start, end = mention["offset"]
            assert text[start:end] == mention["evidence"]


def test_what_is_said_twice_is_told_once():
    text = "9月10日，临枫区与栖川大学签署合作协议。\n" * 2

    assert len(events(text)) == 1
