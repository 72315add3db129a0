"""The catalogue finds the folders of a district, and refuses a bad one with what, where, what to do."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ceyuan.catalogue import Catalogue, CatalogueFault, load_catalogue
from ceyuan.model.errors import Faults
from ceyuan.model.kind import FieldType


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def refused(land: Path) -> str:
    """What loading or looking closely at the copy complains about."""
    try:
        faults = load_catalogue(land.name).faults()
    except Faults as several:
        faults = several.faults
    return "\n".join(fault.told("en") for fault in faults)


def test_it_finds_kinds_readers_and_pages_without_being_told_their_names(land: Path) -> None:
    catalogue = load_catalogue(land.name)

    assert list(catalogue.kinds) == ["town", "workshop"]
    assert [reader.name for reader in catalogue.readers] == ["gazette", "notice"]
    assert [(page.name, page.path, page.menu) for page in catalogue.pages] == [("board", "/", 1)]


def test_a_sound_district_has_no_faults(land: Path) -> None:
    assert refused(land) == ""


def test_functions_are_found_by_their_marks(land: Path) -> None:
    gazette, notice = load_catalogue(land.name).readers

    assert gazette.bids.__name__ == "is_a_gazette"
    assert gazette.claims is None
    assert notice.claims is not None
    assert notice.claims.__name__ == "one_statement_a_line"


def test_the_python_of_a_folder_is_imported_only_when_it_is_needed(land: Path) -> None:
    catalogue = load_catalogue(land.name)
    module = f"{land.name}.readers.gazette.reader"
    assert module not in sys.modules

    _ = catalogue.readers[0].bids

    assert module in sys.modules


def test_a_file_beside_a_kind_adds_an_indicator(land: Path) -> None:
    town = load_catalogue(land.name).kinds["town"]

    kites = town.field("kite_count")

    assert kites is not None
    assert (kites.name, kites.type, kites.unit) == ("风筝放飞数", FieldType.QUANTITY, "只")


def test_an_empty_shelf_of_programmes_is_no_fault(land: Path) -> None:
    shelf = land / "programmes/national"
    shelf.mkdir(parents=True)
    (shelf / "__init__.py").touch()

    assert refused(land) == ""


def test_an_empty_folder_on_a_shelf_is_a_fault(land: Path) -> None:
    (land / "programmes/national/toy_prize").mkdir(parents=True)

    assert "the programme toy_prize has no card.toml" in refused(land)


def _without_init(land: Path) -> None:
    (land / "readers/gazette/__init__.py").unlink()


def _without_card(land: Path) -> None:
    (land / "readers/gazette/card.toml").unlink()


def _without_examples(land: Path) -> None:
    (land / "pages/board/examples.toml").unlink()


def _broken_toml(land: Path) -> None:
    replace(land / "readers/gazette/card.toml", 'title = "玩具国公报"', "title = 玩具国公报")


def _unknown_key(land: Path) -> None:
    replace(land / "readers/gazette/card.toml", "about", "abuot")


def _other_name(land: Path) -> None:
    replace(land / "readers/gazette/card.toml", 'name = "gazette"', 'name = "gazete"')


def _no_title(land: Path) -> None:
    replace(land / "readers/gazette/card.toml", 'title = "玩具国公报"', 'title = " "')


def _bad_folder_name(land: Path) -> None:
    (land / "readers/gazette").rename(land / "readers/Gazette-2")


def _no_mark(land: Path) -> None:
    replace(land / "readers/gazette/reader.py", "@lays_out\n", "")


def _two_marks(land: Path) -> None:
    path = land / "readers/gazette/reader.py"
    path.write_text(
        path.read_text("utf-8") + "\n\n@bids\ndef again(look):\n    return 1\n", "utf-8"
    )


def _wrong_parameters(land: Path) -> None:
    replace(land / "readers/gazette/reader.py", "is_a_gazette(look: Look)", "is_a_gazette(page)")


def _foreign_mark(land: Path) -> None:
    replace(
        land / "pages/board/page.py",
        "Params, shows\n",
        "Params, shows\nfrom ceyuan.authoring.reader import bids\n",
    )
    replace(land / "pages/board/page.py", "@shows", "@bids")


def _syntax_error(land: Path) -> None:
    replace(land / "readers/gazette/reader.py", "return 0.9 if", "return 0.9 fi")


def _failing_import(land: Path) -> None:
    replace(
        land / "readers/gazette/reader.py",
        "from ceyuan.model.section",
        "import nothing_of_the_sort\nfrom ceyuan.model.section",
    )


def _same_address(land: Path) -> None:
    shutil.copytree(land / "pages/board", land / "pages/board_two")
    replace(land / "pages/board_two/card.toml", '"board"', '"board_two"')


def _address_without_slash(land: Path) -> None:
    replace(land / "pages/board/card.toml", 'path = "/"', 'path = "board"')


def _unit_missing(land: Path) -> None:
    replace(land / "kinds/town.toml", 'unit = "人"\n', "")


def _unknown_type(land: Path) -> None:
    replace(land / "kinds/town.toml", 'type = "quantity"\nunit = "人"', 'type = "number"')


def _synonym_twice(land: Path) -> None:
    replace(land / "kinds/town.toml", '"玩具业产值"', '"玩具业产值", "玩具师傅"')


def _id_twice(land: Path) -> None:
    replace(land / "kinds/town/kite_count.toml", '"kite_count"', '"toy_output"')


def _heading_twice(land: Path) -> None:
    replace(land / "kinds/workshop.toml", 'headings = ["行当"]', 'headings = ["行当", "名称"]')


def _key_is_no_field(land: Path) -> None:
    replace(land / "kinds/workshop.toml", 'nouns = ["作坊"]', 'nouns = ["作坊"]\nkey = ["nam"]')


def _trusts_nobody_known(land: Path) -> None:
    replace(land / "kinds/town.toml", '"gazette"', '"gazete"')


def _example_expects_nothing(land: Path) -> None:
    replace(land / "readers/notice/examples.toml", "expect =", "# expect =")


def _example_misspelt(land: Path) -> None:
    replace(land / "readers/notice/examples.toml", "unit =", "unt =")


def _unknown_kind(land: Path) -> None:
    replace(land / "kinds/workshop.toml", 'of = "town"', 'of = "tuwn"')


def _choice_without_choices(land: Path) -> None:
    replace(land / "kinds/workshop.toml", "choices =", "# choices =")


def _field_key_misspelt(land: Path) -> None:
    replace(land / "kinds/town.toml", "stock = true", "stok = true")


def _text_where_truth_is_due(land: Path) -> None:
    replace(land / "kinds/town.toml", "stock = true", 'stock = "yes"')


def _kind_without_file(land: Path) -> None:
    (land / "kinds/castle").mkdir()


def _reaches_into_the_machine(land: Path) -> None:
    replace(
        land / "readers/gazette/reader.py",
        "from ceyuan.model.section",
        "from ceyuan.stores import ledger\nfrom ceyuan.model.section",
    )


@pytest.mark.parametrize(
    ("spoil", "what", "where"),
    [
        (_without_init, "the reader gazette has no __init__.py", "readers/gazette"),
        (_without_card, "has no card.toml", "readers/gazette"),
        (_without_examples, "has no examples.toml", "pages/board"),
        (_broken_toml, "is not TOML", "readers/gazette/card.toml:2:"),
        (_unknown_key, "did you mean 'about'?", "readers/gazette/card.toml"),
        (_other_name, "is not the folder's name 'gazette'", "readers/gazette/card.toml"),
        (_no_title, "expected text that is not empty", "readers/gazette/card.toml"),
        (_bad_folder_name, "is no identifier", "readers/Gazette-2"),
        (_no_mark, "no function is marked @lays_out", "readers/gazette/reader.py"),
        (_two_marks, "@bids marks 2 functions", "readers/gazette/reader.py"),
        (_wrong_parameters, "takes (page), not (look)", "readers/gazette/reader.py:"),
        (_foreign_mark, "a page has no mark @bids", "pages/board/page.py"),
        (_syntax_error, "is not Python", "readers/gazette/reader.py:10"),
        (_failing_import, "ModuleNotFoundError", "readers/gazette/reader.py:4"),
        (_same_address, "already belongs to the page board", "pages/board_two/card.toml"),
        (_address_without_slash, "does not begin with /", "pages/board/card.toml"),
        (_unit_missing, "type = quantity needs unit", "toy_maker_count"),
        (_unknown_type, "expected one of quantity, text", "toy_maker_count"),
        (
            _synonym_twice,
            "'玩具师傅' of toy_output already belongs to toy_maker_count",
            "toy_output",
        ),
        (_id_twice, "is defined already", "kinds/town/kite_count.toml"),
        (_heading_twice, "'名称' of trade already belongs to name", "trade"),
        (_key_is_no_field, "did you mean 'name'?", "kinds/workshop.toml"),
        (_trusts_nobody_known, "did you mean 'gazette'?", "kinds/town.toml"),
        (_example_expects_nothing, "does not say what must come out", "notice/examples.toml"),
        (_example_misspelt, "nobody reads 'unt'", "notice/examples.toml"),
        (_unknown_kind, "did you mean 'town'?", "kinds/workshop.toml"),
        (_choice_without_choices, "type = choice needs choices", "trade"),
        (_field_key_misspelt, "nobody reads 'stok'", "toy_maker_count"),
        (_text_where_truth_is_due, "expected true or false", "toy_maker_count"),
        (_kind_without_file, "has no castle.toml beside it", "kinds/castle"),
        (_reaches_into_the_machine, "may not import ceyuan.stores", "readers/gazette/reader.py:4"),
    ],
)
def test_a_bad_folder_is_refused_with_what_and_where(
    land: Path, spoil: Callable[[Path], None], what: str, where: str
) -> None:
    spoil(land)

    told = refused(land)

    assert what in told
    assert where in told
    assert "to do:" in told


def test_all_faults_are_told_at_once(land: Path) -> None:
    for spoil in (_unknown_key, _unit_missing, _address_without_slash, _id_twice):
        spoil(land)

    with pytest.raises(Faults) as refusal:
        load_catalogue(land.name)

    assert len(refusal.value.faults) >= 4
    assert "项 abuot" in refusal.value.told("zh")


def test_a_district_package_that_is_not_there_is_named() -> None:
    with pytest.raises(CatalogueFault) as refusal:
        load_catalogue("no_such_district")

    assert "no_such_district" in refusal.value.told("en")


def test_loading_the_district_itself_succeeds() -> None:
    catalogue = load_catalogue()

    assert isinstance(catalogue, Catalogue)
    assert catalogue.package == "ceyuan_district"


def test_the_machine_does_not_import_the_district_by_itself() -> None:
    code = "import sys, ceyuan.catalogue; print('ceyuan_district' in sys.modules)"

    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "False"
