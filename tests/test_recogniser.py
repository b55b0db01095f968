"""The trained recogniser of names: its sentences, its weights, what it decides."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from extractor.facts import people
from extractor.facts.people.recogniser import SWITCH, WEIGHTS, kinds_of, sureness
from models import Context
from scripts.train_names import SENTENCES, fingerprint, places_of, sentences_of

ROOT = Path(__file__).parent.parent


def wrong_spans(row: dict[str, Any]) -> list[str]:
    """The names of a row that are cut wrong, overlap or hold what no name has."""
    text, past, wrong = row["testo"], 0, []
    for first, last in row["persone"]:
        name = text[first:last]
        cut = re.search(r"\w\Z", text[:first]) or re.match(r"\w", text[last:])
        shape = re.fullmatch(r"[A-ZÀ-ÖØ-Þ](?:[^,;:()\d]*[\w'])?", name)
        if cut or not shape or not past <= first < last <= len(text):
            wrong.append(name)
        past = last
    return wrong


@pytest.mark.parametrize("path", sorted(SENTENCES.glob("*.jsonl")), ids=lambda path: path.stem)
def test_spans_are_whole_words_without_overlap(path: Path) -> None:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert all(set(row) == {"testo", "persone", "fonte"} for row in rows)
    assert [wrong for row in rows for wrong in wrong_spans(row)] == []


def test_there_are_sentences_enough_of_each_sort() -> None:
    sentences = sentences_of(SENTENCES)
    assert len({sentence.testo for sentence in sentences}) == len(sentences) >= 600
    assert sum(not sentence.persone for sentence in sentences) >= len(sentences) / 4


def test_the_weights_are_of_these_sentences() -> None:
    told = json.loads((WEIGHTS / "nomi.json").read_text("utf-8"))
    assert told["impronta"] == fingerprint(SENTENCES)
    assert told["frasi"] == len(sentences_of(SENTENCES))
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) < 3_000_000


def judged(marked: str) -> float:
    """The sureness of the words between brackets."""
    text = marked.replace("[", "").replace("]", "")
    (sure,) = sureness(text, [(marked.index("["), marked.index("]") - 1)])
    return sure


@pytest.mark.parametrize(
    "marked",
    [
        "Il Dirigente [Ngozi Achebe], sentito il parere dell'Ufficio legale",
        "Responsabile del procedimento: [Gurpreet Singh Gill]",
        "rappresentata da [Besnik Leka], amministratore unico della società",
        "IL SEGRETARIO COMUNALE\nF.to Dott. [ELPIDIO CARRÙ]",
        "LA DIRIGENTE DELLA STRUTTURA\n[Swetlana Mulas]",
        "il responsabile unico del progetto è l'ing. [Orlindo De Zan], dipendente",
    ],
)
def test_names_are_recognised(marked: str) -> None:
    assert judged(marked) > 0.5


@pytest.mark.parametrize(
    "marked",
    [
        "IL DIRIGENTE DELLA STRUTTURA\n[GESTIONE DEGLI INTERVENTI] FORESTALI",
        "il Ministro della [Transizione Digitale], di concerto con il Ministro",
        "il presidente della [Consulta Provinciale] degli Studenti",
        "12. RESPONSABILE DEL PROCEDIMENTO\n13. [RICORSI AMMINISTRATIVI]",
        "lavori di manutenzione della scuola primaria [Ada Negri] di via Torino",
    ],
)
def test_look_alikes_are_not(marked: str) -> None:
    assert judged(marked) < 0.5


def test_a_place_inside_a_word_is_no_name() -> None:
    assert sureness("Il Sindaco Mario Rossi", [(12, 22)]) == [0.0]
    assert sureness("Il Sindaco Mario Rossi", []) == []


def test_a_place_is_judged_alone_as_among_others() -> None:
    text = "Il Sindaco Mario Rossi e l'assessore Bruna Neri in piazza Duomo"
    places = places_of(text)
    alone = [sureness(text, [place])[0] for place in places]
    assert sureness(text, places) == pytest.approx(alone, abs=1e-5)


def test_words_are_cut_where_numbers_and_names_part() -> None:
    assert kinds_of("D.Lgs.267/2000")[-3:] == ["cifra", "segno", "cifra"]


def test_spacy_is_imported_only_when_used() -> None:
    code = "import sys, extractor.pipeline; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Il Dirigente Ngozi Achebe, sentito il parere, dispone", "Ngozi Achebe"),
        ("rappresentata da Besnik Leka, amministratore unico", "Besnik Leka"),
        ("il responsabile del procedimento è Zhaneta Prifti, istruttore", "Zhaneta Prifti"),
    ],
)
def test_the_recogniser_brings_back_what_the_rules_leave_out(
    text: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SWITCH, raising=False)
    assert people.find(text, Context()) == []
    monkeypatch.setenv(SWITCH, "1")
    (person,) = people.find(text, Context())
    assert (person.nome, person.fonte[-5:]) == (name, "/nomi")


@pytest.mark.parametrize(
    "text",
    [
        "Il Dirigente Area Vasta Brescia dispone quanto segue",
        "il Ministro della Transizione Digitale, di concerto con il Ministro",
        "Il dirigente Ecologia Urbana provvede; la spesa per ecologia urbana è coperta",
        "ROSSI MARIO\tCONSIGLIERE\tPresente\nLEKA BESNIK\tCONSIGLIERE",
    ],
)
def test_offices_and_rows_of_others_are_not_brought_back(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SWITCH, raising=False)
    without = people.find(text, Context())
    monkeypatch.setenv(SWITCH, "1")
    assert people.find(text, Context()) == without


@pytest.mark.long
def test_training_again_gives_the_same_weights(tmp_path: Path) -> None:
    script = ROOT / "scripts/train_names.py"
    for name in ("one", "two"):
        subprocess.run([sys.executable, script, "--weights", tmp_path / name], check=True)
    one, two = ((tmp_path / name / "nomi.bin").read_bytes() for name in ("one", "two"))
    assert one == two
