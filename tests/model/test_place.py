"""Which place a printed name means."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ceyuan_district
from ceyuan.model.errors import Faults
from ceyuan.model.place import Gazetteer
from ceyuan.model.place_table import UnreadablePlaces, gazetteer_from_rows, place_rows

PLACES = Path(ceyuan_district.__file__).parent / "places"
HEAD = (
    "code,name,level,parent,valid_from,valid_to,continued_by,merged_into,"
    "short_names,former_names,misprints,english,plain_word,source\n"
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return gazetteer_from_rows(
        row
        for file in sorted(PLACES.glob("*.csv"))
        for row in place_rows(file.read_text("utf-8"), file.name)
    )


@pytest.mark.parametrize(
    "printed",
    [
        "璧山",
        "璧山区",
        "壁山",
        "壁山区",
        "璧山區",
        "重庆市璧山区",
        "重慶璧山",
        "璧山全区",
        "壁 山 区",
    ],
)
def test_every_way_of_printing_a_district_is_one_district(gazetteer, printed):
    place = gazetteer.resolve(printed)

    assert place is not None
    assert (place.subject, place.name) == ("place:500120", "璧山区")


@pytest.mark.parametrize("printed", ["江北", "江北区", "朝阳区", "鼓楼区", "新城"])
def test_a_name_of_several_places_means_none_of_them(gazetteer, printed):
    assert gazetteer.resolve(printed) is None


def test_a_parent_before_the_name_settles_which_one(gazetteer):
    assert gazetteer.resolve("重庆市江北区").code == "500105"
    assert gazetteer.resolve("宁波江北区").code == "330205"
    assert gazetteer.resolve("江苏省南京市鼓楼区").code == "320106"


def test_the_district_a_text_is_about_settles_which_one(gazetteer):
    assert gazetteer.resolve("江北", near="500120").code == "500105"
    assert gazetteer.resolve("江北", near="place:330203").code == "330205"
    assert gazetteer.resolve("朝阳", near="500120") is None


def test_a_name_shared_with_its_own_parts_means_the_whole(gazetteer):
    assert gazetteer.resolve("吉林").code == "220000"
    assert gazetteer.resolve("长沙").code == "430100"
    assert gazetteer.resolve("恩施").code == "422800"


def test_a_former_county_is_the_district_of_today(gazetteer):
    assert gazetteer.resolve("璧山县").code == "500120"
    assert gazetteer.resolve("开县").code == "500154"
    assert gazetteer.resolve("襄樊市").name == "襄阳市"


def test_an_abolished_neighbour_of_the_same_name_does_not_stand_in_the_way(gazetteer):
    assert gazetteer.resolve("毕节市").code == "520500"


def test_a_name_that_holds_the_word_for_whole_is_read_as_a_name(gazetteer):
    assert gazetteer.resolve("张家口市万全区").code == "130708"
    assert gazetteer.resolve("万全区").code == "130708"


def test_on_a_day_a_name_means_the_place_of_that_day(gazetteer):
    assert gazetteer.resolve("璧山区", on=date(2010, 1, 1)).code == "500227"
    assert gazetteer.resolve("璧山县", on=date(2020, 1, 1)).code == "500120"


def test_a_code_that_was_given_away_leads_to_the_holder_of_the_day(gazetteer):
    assert gazetteer.place("500110").name == "綦江区"
    assert gazetteer.place("500110", on=date(2010, 1, 1)).name == "万盛区"
    assert gazetteer.resolve("万盛区").subject == "place:500110~2011"


def test_the_district_of_november_2025_has_no_invented_code(gazetteer):
    place = gazetteer.resolve("两江新区")

    assert place.code.startswith("provisional-")
    assert gazetteer.resolve("两江新区", on=date(2025, 1, 1)) is None
    assert gazetteer.place("500112").merged_into == place.code
    assert gazetteer.place("500112", on=date(2026, 1, 1)) is None
    assert gazetteer.place("500112", on=date(2025, 6, 1)).name == "渝北区"


def test_a_place_lies_in_its_city_its_province_and_the_nation(gazetteer):
    assert [place.name for place in gazetteer.lineage("510107")] == [
        "武侯区",
        "成都市",
        "四川省",
        "中华人民共和国",
    ]
    assert gazetteer.contains("500000", "500120")
    assert gazetteer.contains("500120", "500120")
    assert not gazetteer.contains("500120", "500000")
    assert gazetteer.lineage("123456") == ()


def test_misprints_are_put_right_only_where_they_are_no_name_themselves(gazetteer):
    repairs = gazetteer.misprints()

    assert repairs["壁山"] == "璧山"
    assert repairs["毫州"] == "亳州"
    names = {form for form, _ in gazetteer.names()}
    assert not names & repairs.keys()


def test_everyday_words_are_no_short_names_for_matchers(gazetteer):
    names = {form for form, _ in gazetteer.names()}

    assert {"资源", "合作", "新平", "郊区", "新建区"}.isdisjoint(names)
    assert {"资源县", "璧山", "重庆", "石柱县"} <= names
    assert gazetteer.resolve("资源").name == "资源县"


def test_every_code_of_chongqing_in_the_reference_sheet_is_known(gazetteer):
    inside = [
        p for p in gazetteer if p.parent == "500000" and p.held_on(date(2025, 10, 1)) and p.code
    ]

    assert len(inside) == 38


def test_the_nation_has_thirty_four_provinces_besides_the_invented_one(gazetteer):
    provinces = [p for p in gazetteer if p.parent == "100000" and not p.valid_to]

    assert len([p for p in provinces if not p.code.startswith("99")]) == 34
    assert gazetteer.resolve("云岫").subject == "place:990101"


@given(data=st.data())
def test_a_full_name_with_its_parents_before_it_never_means_another_place(gazetteer, data):
    place = data.draw(st.sampled_from([p for p in gazetteer if not p.valid_to and p.parent]))
    outer = [p for p in gazetteer.lineage(place.code)[1:] if p.level != "nation"]

    printed = "".join(p.name for p in reversed(outer)) + place.name

    found = gazetteer.resolve(printed)
    assert found is not None
    assert found.code == place.code


@given(printed=st.text(max_size=40), near=st.sampled_from([None, "500120", "nowhere"]))
def test_no_text_breaks_the_gazetteer(gazetteer, printed, near):
    found = gazetteer.resolve(printed, near=near)

    assert found is None or gazetteer.place(found.code) == found


def test_a_table_with_other_columns_is_refused():
    with pytest.raises(UnreadablePlaces, match="missing"):
        place_rows("code,name,colour\n1,2,3\n", "x.csv")


def test_a_row_with_a_cell_too_many_or_too_few_names_its_line():
    for cells in ("500000,重庆市,province\n", "," * 20 + "\n"):
        with pytest.raises(UnreadablePlaces, match=r"x\.csv:2"):
            place_rows(HEAD + cells, "x.csv")


def test_all_faulty_rows_are_told_at_once_with_their_lines():
    text = (
        HEAD + "500000,重庆市,province,,,,,,,,,,,\n"
        "5001,甲区,district,500000,,,,,,,,,,\n"
        "500101,,district,500000,,,,,,,,,,\n"
        "500102,乙区,town,500000,,,,,,,,,,\n"
        "500103,丙区,district,500999,,,,,,,,,,\n"
        "500104,丁区,district,500000,2015-13-01,,,,,,,,,\n"
        "500000,重庆市,province,,,,,,,,,,,\n"
    )

    with pytest.raises(Faults) as told:
        gazetteer_from_rows(place_rows(text, "x.csv"))

    for line in (3, 4, 5, 6, 7, 8):
        assert f"x.csv:{line}" in told.value.told()
