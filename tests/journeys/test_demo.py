"""The sample district, built in a home."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from ceyuan.journeys.assess import assess_ledger
from ceyuan.journeys.conflicts import conflicts
from ceyuan.journeys.demo import HomeHoldsOtherData, NoSample, build_demo
from ceyuan.journeys.incoming import Incoming
from ceyuan.journeys.receive import receive
from ceyuan.office import Office

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    told: list[tuple[int, int, str]] = []
    with Office.open(tmp_path_factory.mktemp("home")) as office:
        demo = build_demo(office, now=NOW, progress=lambda *said: told.append(said))
        yield office, demo, told


def test_every_file_of_the_sample_is_read_and_none_refused(built):
    _, demo, _ = built

    assert [str(fault) for fault in demo.receipt.refused] == []
    assert len(demo.receipt.files) == 45


def test_every_document_is_marked_as_invented(built):
    office, _, _ = built

    with office.ledger.view() as view:
        lines, total = view.documents(0, 100)

    assert total == 45
    assert all(line.document.invented for line in lines)


def test_the_home_serves_the_invented_district(built):
    office, demo, _ = built

    assert demo.district == office.ledger.served == "place:990101"
    assert office.catalogue.gazetteer.place(demo.district).name == "云岫区"


def test_progress_is_told_before_each_file_and_at_the_end(built):
    _, _, told = built

    assert [done for done, _, _ in told] == list(range(46))
    assert told[0] == (0, 45, "01_繁体新闻_带相关链接.txt")
    assert told[-1] == (45, 45, "")


def test_dates_given_with_the_sample_are_known_and_others_read_from_the_page(built):
    office, _, _ = built

    with office.ledger.view() as view:
        lines, _ = view.documents(0, 100)
    published = {line.document.name[:2]: line.document.published for line in lines}

    assert str(published["04"]) == "2026-04-21"
    assert str(published["02"]) == "2023-07-12"
    assert published["12"] is None


def test_registers_disagree_only_where_it_was_planted(built):
    office, _, _ = built

    found = {
        each.property
        for each in conflicts(office)
        if all(fact.reader == "register" for fact in each.facts)
    }

    # P16: one applicant's R&D expense; P19: one incubator's count of its tenants.
    assert found == {"rd_expense", "tenants"}


@pytest.mark.parametrize(
    "rung", ["tech_sme", "high_tech_enterprise", "star_board", "specialised_sme_2026"]
)
def test_a_rung_shows_firms_that_qualify_that_do_not_and_that_lack_papers(built, rung):
    office, _, _ = built

    (answers,) = assess_ledger(office, [rung], on=NOW.date(), engine="numpy").answers

    met, not_met, unknown = answers.count()
    assert met >= 3
    assert not_met >= 15
    assert unknown >= 15


def test_innovation_points_come_out_for_firms_with_all_indicators(built):
    office, _, _ = built

    (answers,) = assess_ledger(office, ["innovation_points"], on=NOW.date(), engine="numpy").answers

    points = [answer.values["innovation_points"] for answer in answers.each()]
    known = sorted(each for each in points if each is not None)
    assert len(known) >= 40
    assert known[0] < 30 < 50 < known[-1]


def test_makerspaces_qualify_or_lack_one_thing(built):
    office, _, _ = built

    (answers,) = assess_ledger(office, ["maker_space"], on=NOW.date(), engine="numpy").answers

    met, not_met, _ = answers.count()
    assert met >= 2
    assert not_met >= 4


def test_building_again_adds_nothing(built):
    office, demo, _ = built

    again = build_demo(office, now=NOW)

    assert not demo.already_built
    assert again.already_built
    assert again.receipt.new_facts == 0
    assert again.receipt.already == demo.receipt.new_facts


def test_a_build_that_was_broken_off_is_completed(tmp_path):
    def break_off(done: int, of: int, name: str) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with Office.open(tmp_path) as office:
        with pytest.raises(KeyboardInterrupt):
            build_demo(office, now=NOW, progress=break_off)

        demo = build_demo(office, now=NOW)

        with office.ledger.view() as view:
            _, total = view.documents(0, 100)
    assert total == 45
    assert not demo.already_built


def test_a_home_with_other_data_is_left_alone(tmp_path):
    with Office.open(tmp_path) as office:
        own = Incoming("own.txt", "某区2024年地区生产总值10亿元。\n".encode())
        receive(office, [own], now=NOW, keep=True)

        with pytest.raises(HomeHoldsOtherData, match=r"own\.txt"):
            build_demo(office, now=NOW)

        with office.ledger.view() as view:
            _, total = view.documents(0, 100)
    assert total == 1


def test_a_district_package_without_a_sample_is_told(tmp_path, monkeypatch):
    package = tmp_path / "emptyland"
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    for folder in ("kinds", "readers", "pages", "places"):
        Path(package / folder).mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))

    with Office.open(tmp_path / "home", package="emptyland") as office, pytest.raises(NoSample):
        build_demo(office, now=NOW)
