"""The laws over documents that people wrote: our seeds and fixtures, and the shared real ones where they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree
from official import PROFILE, ROOT, SHARED, faults, jing, official_paths

from corpus_tools.formats import load_format
from corpus_tools.formats.base import ReadOptions, WriteOptions
from corpus_tools.formats.tei.check import profile_validator
from corpus_tools.services.load import Loaded, Loader, LoadOptions
from corpus_tools.services.roundtrip import prove

LOADER = Loader(LoadOptions())


def files(folder: Path, pattern: str, least: int) -> list[Path]:
    found = sorted(folder.glob(pattern))
    assert len(found) >= least, folder
    return found


def load(file: Path) -> Loaded:
    loaded = LOADER.load_bytes(file.name, file.read_bytes())
    assert loaded.article is not None, [finding.message for finding in loaded.findings]
    return loaded


def tei_of(loaded: Loaded) -> list[bytes]:
    tei = load_format("tei")
    return [tei.write(loaded.article, WriteOptions(standoff=standoff)).data for standoff in (False, True)]


@pytest.fixture(scope="module")
def schemas(official_schemas: dict[str, etree.RelaxNG]) -> dict[str, etree.RelaxNG]:
    """The profile and the official schemas."""
    return {"profile": profile_validator(), **official_schemas}


def check_all(documents: list[Path], folder: Path, schemas: dict[str, etree.RelaxNG]) -> None:
    """Prove the laws for documents, and hold their TEI against every schema and validator there is."""
    written = []
    for document in documents:
        loaded = load(document)
        assert prove(loaded, LOADER) == [], document
        for number, data in enumerate(tei_of(loaded)):
            for name, schema in schemas.items():
                assert faults(schema, data) == [], (document, name)
            written.append(folder / f"{document.stem}.{number}.xml")
            written[-1].write_bytes(data)
    for schema in (PROFILE, *official_paths().values()):
        assert jing(schema, written) == []


def test_our_seeds_keep_the_laws(tmp_path, schemas):
    check_all(files(ROOT / "seeds", "*.txt", 12), tmp_path, schemas)


def test_the_schema_fixtures_keep_the_laws(tmp_path, schemas):
    check_all(files(ROOT / "fixtures" / "schema" / "pass", "*.json", 5), tmp_path, schemas)


def test_the_annotated_fixtures_keep_the_laws(tmp_path, schemas):
    check_all(files(ROOT / "fixtures" / "annotated", "*.json", 12), tmp_path, schemas)


def test_the_first_seed_keeps_the_laws(tmp_path, schemas):
    folder = SHARED.parent / "seeds"
    if not folder.is_dir():
        pytest.skip(f"there is no folder {folder}")
    (seed,) = files(folder, "*.txt", 1)
    check_all([seed], tmp_path, schemas)
    article = load(seed).article
    roles = [block["role"] for block in article["blocks"]]
    assert roles == ["headline", "caption", *["paragraph"] * 10, "source", "byline"]
    assert article["metadata"]["sources"] == [{"name": "Al Jazeera"}]
    assert [author["name"] for author in article["metadata"]["authors"]] == ["Rodney Mbua"]


def test_the_shared_seeds_keep_the_laws(shared_data):
    profile = profile_validator()
    for seed in files(shared_data / "seeds-dev" / "seeds", "*.txt", 200):
        loaded = load(seed)
        assert prove(loaded, LOADER) == [], seed
        for data in tei_of(loaded):
            assert faults(profile, data) == [], seed


def test_documents_of_older_versions_are_still_read():
    for document in files(ROOT / "fixtures" / "history" / "1.0", "*.json", 1):
        article = load(document).article
        assert json.loads(document.read_text(encoding="utf-8"))["id"] == article["id"]
        assert load_format("json").read(document.read_bytes(), ReadOptions()) == article
