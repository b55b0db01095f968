"""Acronyms: definitions in running text and glossaries, and what only looks like one."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.facts import acronyms
from extractor.facts.initials import agrees
from models import Context, ZoneSpan
from tests.cases import Case, case, check, missed

CORPUS = Path(__file__).parent.parent / "corpus"

FOUND = [
    case(
        "lo sviluppo del Sistema Informativo Regionale (SIR) e fornisce",
        "                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"sigla": "SIR", "definizione": "Sistema Informativo Regionale"},
    ),
    case(
        "la Rete Regionale di Prenotazione (di seguito RRP) costituisce",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"sigla": "RRP", "definizione": "Rete Regionale di Prenotazione"},
    ),
    case(
        "AGENZIA DI TUTELA DEL SISTEMA SOCIO-SANITARIO VENETO (di seguito, per brevità, “ATSS”)",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"sigla": "ATSS", "definizione": "AGENZIA DI TUTELA DEL SISTEMA SOCIO-SANITARIO VENETO"},
    ),
    case(
        "per l’Agenzia per l’Italia Digitale (di seguito AgID) è preposta",
        "      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"sigla": "AgID", "definizione": "Agenzia per l’Italia Digitale"},
    ),
    case(
        "acquisito il DURC (Documento Unico di Regolarità Contributiva) in corso",
        "             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"sigla": "DURC", "definizione": "Documento Unico di Regolarità Contributiva"},
    ),
    case(
        "dal Regolamento generale sulla protezione dei dati (GDPR) e",
        "    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"sigla": "GDPR"},
    ),
    case(
        "gli SLA applicati sono nel capitolo 9 Livelli di servizio (SLA) dell’allegato",
        "                                      ^^^^^^^^^^^^^^^^^^^^^^^^",
        {"sigla": "SLA", "definizione": "Livelli di servizio"},
    ),
    case(
        "dell'Autorità Nazionale Anticorruzione (ANAC) sono",
        "     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"sigla": "ANAC"},
    ),
    case(
        "del Ministero dell’Economia e delle Finanze (MEF), per il",
        "    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"sigla": "MEF", "definizione": "Ministero dell’Economia e delle Finanze"},
    ),
    case(
        "di una Segnalazione Certificata Inizio Attività (SCIA, art. 22) per",
        "       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"sigla": "SCIA"},
    ),
    case(
        "presenta la “Segnalazione Certificata di Inizio Attività” - SCIA al",
        "             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"sigla": "SCIA", "definizione": "Segnalazione Certificata di Inizio Attività"},
    ),
    case(
        "con Comunicazione Inizio Lavori “Attività Libera” C.I.L. o con",
        "    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"sigla": "C.I.L.", "definizione": "Comunicazione Inizio Lavori"},
    ),
    case(
        "nel rispetto del principio DNSH - Do No Significant Harm di cui",
        "                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"sigla": "DNSH", "definizione": "Do No Significant Harm"},
    ),
    case(
        "l’alleanza COLOURS (COLlaborative innOvative sUstainable Regional univerSities) è",
        "           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"sigla": "COLOURS"},
    ),
    case(
        "il PSP e il Piano Strategico Nazionale della PAC 2023-2027 dell’Italia (PSP) approvato",
        "            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"sigla": "PSP"},
    ),
    case(
        "dagli Organismi Delegati (OODD). Per il",
        "      ^^^^^^^^^^^^^^^^^^^^^^^^",
        {"sigla": "OODD"},
    ),
    case(
        "di una Pubblica Amministrazione (PA) e la PA",
        "       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"sigla": "PA", "confidenza": 0.75},
    ),
    case(
        "per la gestione delle relazioni con i clienti (CRM), il CRM regionale",
        "       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"sigla": "CRM"},
    ),
]

LOOK_ALIKES = [
    "nato a Reggio Calabria (RC) il giorno",
    "CONI (con numero di protocollo rilasciato dal CONI)",
    "i Comuni e gli Enti CER con",
    "con sede in Conza della Campania (AV), via Roma",
    "nella sede di Rocca Antica (RA) il giorno",
    "la società Alfa Servizi S.p.A. (di seguito «Società») si impegna",
    "Assistenza Servizi Regionali (SPOC) e Call Center",
    "del Regolamento (UE) n. 1303/2013",
    "il fornitore (SI) oppure (NO)",
    "nel corso della XI legislatura (XI)",
    "i Responsabili del trattamento dei dati (cd. “Sub-Responsabili del Trattamento”) possono",
]

MISSED = [
    # The name goes on after the words that the short one is made of.
    missed(
        "l’Unione regionale delle Camere di Commercio (Unioncamere)",
        "  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"sigla": "Unioncamere"},
    ),
]


@pytest.mark.parametrize("expected", [*FOUND, *MISSED])
def test_definition_is_found(expected: Case) -> None:
    check(acronyms.find, expected)


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_nothing_is_found_in_look_alikes(text: str) -> None:
    assert acronyms.find(text, Context()) == []


def test_definition_over_a_line_break_keeps_single_spaces() -> None:
    [found] = acronyms.find("del Documento Unico\ndi  Programmazione (DUP) vigente", Context())
    assert found.definizione == "Documento Unico di Programmazione"
    assert found.testo == "Documento Unico\ndi  Programmazione (DUP"


GLOSSARY = """\
ACRONIMI E GLOSSARIO
ARIA S.p.A. Azienda Regionale per l’Innovazione e gli Acquisti S.p.A.
OTE\tOfferta Tecnico Economica
ICT  Information and Communications Technology ‐ Tecnologia dell'informazione e della

comunicazione
FSE+ Fondo Sociale Europeo Plus
1. OGGETTO
Il presente incarico
"""


def test_glossary_takes_wrapped_rows_and_ends_at_the_next_heading() -> None:
    found = {record.sigla: record.definizione for record in acronyms.find(GLOSSARY, Context())}
    assert found == {
        "ARIA S.p.A.": "Azienda Regionale per l’Innovazione e gli Acquisti S.p.A.",
        "OTE": "Offerta Tecnico Economica",
        "ICT": "Information and Communications Technology ‐ Tecnologia dell'informazione e della"
        " comunicazione",
        "FSE+": "Fondo Sociale Europeo Plus",
    }


@pytest.mark.parametrize(("zone", "expected"), [("dispositivo", False), ("allegato", True)])
def test_a_glossary_in_the_body_is_the_whole_list(zone: str, expected: bool) -> None:
    text = GLOSSARY + "l'avvio della Rete Regionale di Prenotazione (RRP) unica"
    context = Context(zone=(ZoneSpan(0, len(text), zone),))  # type: ignore[arg-type]
    assert ("RRP" in {record.sigla for record in acronyms.find(text, context)}) is expected


@pytest.mark.parametrize(
    ("name", "zone"),
    [("acss-determinazione-25-2024", "allegato"), ("lombardia-pttd-2021-2023", "dispositivo")],
)
def test_gold_acronyms_are_found_and_no_other(name: str, zone: str) -> None:
    text = (CORPUS / f"documents/{name}.txt").read_text(encoding="utf-8")
    gold = json.loads((CORPUS / f"gold/{name}.json").read_text(encoding="utf-8"))
    context = Context(zone=(ZoneSpan(0, len(text), zone),))  # type: ignore[arg-type]
    found = {record.sigla for record in acronyms.find(text, context)}
    assert found == {row["sigla"] for row in gold["atti"][0]["acronimi"]}


@given(st.text(alphabet="AaBcDe .()“”,;\n\t-’'", max_size=300))
def test_any_text_gives_evidence_that_holds(text: str) -> None:
    for record in acronyms.find(text, Context()):
        assert record.testo == text[record.inizio : record.fine]
        assert record.sigla
        assert record.definizione


@given(st.lists(st.from_regex(r"[B-Z][a-z]{4,9}", fullmatch=True), min_size=2, max_size=8))
def test_initials_of_any_words_agree_with_them(words: list[str]) -> None:
    assert agrees("".join(word[0] for word in words), " della ".join(words))
