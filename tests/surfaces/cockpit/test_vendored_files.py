"""What others wrote is carried byte for byte, with its licence."""

from hashlib import sha256
from pathlib import Path

from ceyuan.surfaces.cockpit.asset import Assets, vendored, vendored_files


def test_every_vendored_file_has_the_checksum_on_record():
    found = {
        line["path"]: sha256(vendored(line["path"]).read_bytes()).hexdigest()
        for line in vendored_files()
    }

    assert found == {line["path"]: line["sha256"] for line in vendored_files()}


def test_no_vendored_file_is_without_a_record():
    folder = Path(str(vendored(".")))
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}

    assert there == {line["path"] for line in vendored_files()} | {"checksums.toml"}


def test_every_script_comes_with_the_licence_it_is_under():
    by_package = {}
    for line in vendored_files():
        by_package.setdefault(line["path"].partition("/")[0], []).append(line["path"])

    for paths in by_package.values():
        assert any(path.endswith("/LICENSE") for path in paths)


def test_the_address_of_an_asset_changes_with_its_content():
    assets = Assets()

    for name in ("cockpit.css", "cockpit.js", "htmx.min.js", "echarts.min.js", "icon.svg"):
        asset = assets.at(assets.address(name))
        assert asset is not None
        assert sha256(asset.content).hexdigest()[:12] in asset.address
