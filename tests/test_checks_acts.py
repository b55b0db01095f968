"""Rules on codes, attachments, abbreviations, terms, roles and bulletins."""

from typing import Any

import pytest

from extractor.checks.acronyms import discordant_acronyms
from extractor.checks.bulletins import missing_bulletins
from extractor.checks.corrections import likely
from extractor.checks.deadlines import discordant_terms
from extractor.checks.people import exclusive_roles
from extractor.checks.protocols import odd_protocols
from models import (
    Acronimo,
    Atto,
    Beneficiario,
    Documento,
    Estrazione,
    Menzione,
    Parte,
    Persona,
    Scadenza,
)
from tests.findings import act, findings, messages

# Codes


@pytest.mark.parametrize(
    ("words", "rule", "hint"),
    [
        ("CIG 98295587DE", "cig_non_valido", "Probabilmente è 98295587DD."),
        ("CUP E46G2300030000", "cup_non_valido", ""),
        ("CUP E46G23000300002 e CUP E46G2300030002", "cup_non_valido",
         "Probabilmente è E46G23000300002."),
        ("codice fiscale 97743230158", "codice_fiscale_non_valido", ""),
        ("codice fiscale 97743230159 e C.F. 97743230195", "codice_fiscale_non_valido",
         "Probabilmente è 97743230159."),
        ("IBAN IT60X0542811101000000123457", "iban_non_valido", ""),
    ],
)  # fmt: skip
def test_a_code_that_fails_its_rule(words: str, rule: Any, hint: str) -> None:
    (found,) = findings(act(f"Vista la fattura, {words};"), rule)
    assert found.gravita == "errore"
    assert found.messaggio.endswith(hint)
    assert ("Probabilmente" in found.messaggio) is bool(hint)


def test_codes_that_keep_their_rule() -> None:
    words = (
        "CIG 98295587DD, CIG Z473DE739C, CIG B4C0E1A2F3, CUP E46G23000300002, codice fiscale "
        "97743230159, C.F. RSSMRA80A01H501U, IBAN IT60X0542811101000000123456; CUP unico regionale"
    )
    rules: Any = ("cup_non_valido", "cig_non_valido", "codice_fiscale_non_valido",
                  "iban_non_valido")  # fmt: skip
    assert messages(act(f"Visti {words};"), *rules) == []


@pytest.mark.parametrize(
    ("kind", "value", "others", "reading"),
    [
        ("cup", "E46G230003OO002", [], None),  # two letters: two corrections
        ("cup", "E46G2300030O002", [], "E46G23000300002"),
        ("cup", "E46G23000300002", [], None),
        ("cig", "98295587DD0", [], "98295587DD"),
        ("codice_fiscale", "RSSMRA8OA01H501U", [], "RSSMRA80A01H501U"),
        ("codice_fiscale", "97743230150", ["97743230159", "97743230151"], None),
        ("iban", "IT60X0542811101000000123457", ["IT60X0542811101000000123456"],
         "IT60X0542811101000000123456"),
        ("protocollo", "123", ["124"], None),
    ],
)  # fmt: skip
def test_the_likely_reading(kind: str, value: str, others: list[str], reading: str | None) -> None:
    assert likely(kind, value, others) == reading


# Attachments

DECIDES = (
    "1. di approvare l'Allegato A «Piano», parte integrante del presente atto;\n"
    "2. di approvare l'Allegato B «Elenco», parte integrante e sostanziale del presente atto;"
)
PLAN = "\nAllegato A\nPIANO DEGLI INTERVENTI\nIl piano prevede tre interventi.\n"
LIST = "\nAllegato B\nELENCO DEGLI ENTI\nGli enti sono cinque.\n"


def test_an_attachment_announced_and_absent() -> None:
    (message,) = messages(act("", DECIDES, after=PLAN), "allegato_mancante")
    assert "l'allegato B" in message


@pytest.mark.parametrize(
    "text",
    [
        act("", DECIDES, after=PLAN + LIST),
        act("", DECIDES),  # published without its attachments
        act("", DECIDES.replace("parte integrante e sostanziale del presente atto",
                                "consultabile sul sito dell'ente"), after=PLAN),
        act("", DECIDES.replace("parte integrante e sostanziale del presente atto",
                                "parte integrante della d.g.r. n. XII/1 del 10 marzo 2023"),
            after=PLAN),
        act("", DECIDES, after=PLAN).replace("DETERMINAZIONE DEL", "ESTRATTO\nDETERMINAZIONE DEL"),
    ],
)  # fmt: skip
def test_no_attachment_is_missing(text: str) -> None:
    assert messages(text, "allegato_mancante") == []


# Abbreviations


def test_letters_that_nothing_explains() -> None:
    text = act("Visto il parere della CRTM;\nDato atto che la CRTM ha approvato il piano;")
    (found,) = findings(text, "acronimo_non_definito")
    assert found.testo == "CRTM"
    assert found.gravita == "nota"


@pytest.mark.parametrize(
    "recitals",
    [
        "Visto il parere della Commissione Ricerca e Trasferimento Medico (CRTM);\nVista la CRTM;",
        "Visto il parere della CRTM;",  # once is a name
        "Visto l'IVA e l'INPS;\nDato atto che l'IVA e l'INPS sono versate;",
        "Vista la legislatura XII;\nDato atto della XII legislatura;",
        "DATO ATTO CHE LA SPESA È COPERTA;\nDATO ATTO CHE LA SPESA È UTILE;",
        "Vista la VISTA panoramica;\nVista la VISTA sul lago;",
    ],
)
def test_letters_that_need_no_explanation(recitals: str) -> None:
    assert messages(act(recitals), "acronimo_non_definito") == []


def test_an_entry_of_the_glossary_that_is_not_used() -> None:
    text = act("", DECIDES, after=(
        "\nAllegato A\nINCARICO\nACRONIMI E GLOSSARIO\nSIR Sistema Informativo Regionale\n"
        "OTE Offerta Tecnico Economica\nPREMESSA\nIl SIR è sviluppato da anni.\n"
    ))  # fmt: skip
    assert messages(text, "acronimo_non_usato") == [
        "La sigla OTE è nel glossario e nel testo non è usata."
    ]


def acronym_record(texts: list[str]) -> Estrazione:
    """An act in which OPR is explained in these words."""
    body = "\n".join(texts)
    mentions = []
    for text in texts:
        start = body.index(text)
        mentions.append(
            Menzione(id=str(start), documento_id="d", atto_id="a", tabella="acronimi",
                     fatto_id="f", inizio=start, fine=start + len(text), testo=text, pagina=1)
        )  # fmt: skip
    first = texts[0]
    fact = Acronimo(id="f", documento_id="d", atto_id="a", inizio=0, fine=len(first), testo=first,
                    sigla="OPR", definizione=first.removesuffix(" (OPR"))  # fmt: skip
    return records(body, acronimi=(fact,), menzioni=tuple(mentions))


def records(text: str = "", **tables: Any) -> Estrazione:
    """Records by hand: one act that holds the text, and these tables."""
    part = Parte(id="p", documento_id="d", atto_id="a", tipo="dispositivo", ordine=0, foglia=True,
                 testo=text, inizio=0, fine=len(text), pagina_inizio=1, pagina_fine=1)  # fmt: skip
    header = Atto(id="a", documento_id="d", tipo="decreto", inizio=0, fine=len(text))
    document = Documento(id="d", nome="atto.txt", formato="txt", caratteri=len(text))
    return Estrazione(documento=document, atti=(header,), parti=(part,), **tables)


def test_letters_explained_in_two_ways() -> None:
    ways = ["Osservatori Provinciali Rifiuti (OPR", "Organismo Pagatore Regionale (OPR"]
    (found,) = discordant_acronyms(acronym_record(ways))
    assert "«Osservatori Provinciali Rifiuti»" in found.messaggio
    assert "«Organismo Pagatore Regionale»" in found.messaggio


@pytest.mark.parametrize(
    "other",
    ["Organismi Pagatori Regionali (OPR", "Organismo Pagatore Regionale della Lombardia (OPR",
     "OPR 2023-2027"],
)  # fmt: skip
def test_letters_explained_in_one_way(other: str) -> None:
    ways = ["Organismo Pagatore Regionale (OPR", other]
    assert list(discordant_acronyms(acronym_record(ways))) == []


# Terms


def term(start: int, **values: Any) -> Scadenza:
    base = {"id": str(start), "documento_id": "d", "atto_id": "a", "inizio": start,
            "fine": start + 10, "testo": "x" * 10, "pagina": 1, "zona": "dispositivo",
            "tipo": "termine", "oggetto": "presentazione della domanda di contributo"}  # fmt: skip
    return Scadenza.model_validate({**base, **values})


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ({"data": "2024-05-31"}, {"data": "2024-06-30"}, "31/05/2024 e, altrove, 30/06/2024"),
        ({"durata": "P30D", "decorrenza": "pubblicazione"},
         {"durata": "P60D", "decorrenza": "pubblicazione"}, "30 giorni e, altrove, 60 giorni"),
    ],
)  # fmt: skip
def test_one_thing_due_at_two_times(
    first: dict[str, str], second: dict[str, str], told: str
) -> None:
    terms = (term(0, **first), term(900, **second))
    (found,) = discordant_terms(records("x" * 1000, scadenze=terms))
    assert told in found.messaggio
    assert len(found.fatti) == 2


@pytest.mark.parametrize(
    "second",
    [
        {"data": "2024-05-31"},
        {"data": "2024-06-30", "oggetto": "conclusione dei lavori di restauro"},
        {"data": "2024-06-30", "destinatario": "comuni montani"},
        {"data": "2024-06-30", "ricorrenza": "FREQ=YEARLY"},
        {"data": "2024-06-30", "tipo": "fine_validita"},
        {"durata": "P30D", "decorrenza": "pubblicazione"},
        {"data": "2024-06-30", "inizio": 60, "fine": 70},  # in the same breath
    ],
)
def test_terms_that_are_two(second: dict[str, Any]) -> None:
    terms = (term(0, data="2024-05-31"), term(900, **second))
    assert list(discordant_terms(records("x" * 1000, scadenze=terms))) == []


def test_a_year_is_twelve_months() -> None:
    terms = (term(0, durata="P1Y", decorrenza="firma del contratto"),
             term(900, durata="P12M", decorrenza="firma del contratto"))  # fmt: skip
    assert list(discordant_terms(records("x" * 1000, scadenze=terms))) == []


def test_a_period_that_ends_before_it_begins() -> None:
    (message,) = messages(act("Visto il PR FESR 2021-2017;"), "scadenze_discordanti")
    assert "«PR FESR 2021-2017»" in message


@pytest.mark.parametrize(
    "words", ["il PR FESR 2021-2027", "la d.g.r. n. 2021-2017", "il triennio 2023-2025"]
)
def test_a_period_in_order(words: str) -> None:
    assert messages(act(f"Visto {words};"), "scadenze_discordanti") == []


# Roles


def person(name: str, role: Any, act_id: str = "a") -> Persona:
    return Persona(id=f"{name}{role}{act_id}", documento_id="d", atto_id=act_id, inizio=0, fine=4,
                   testo=name[:4], pagina=1, nome=name, funzione=role)  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ("presente", "assente", "avviso"),
        ("segretario", "assente", "avviso"),
        ("responsabile_procedimento", "operatore_economico", "avviso"),
    ],
)
def test_roles_that_exclude_each_other(one: str, other: str, severity: str) -> None:
    people = (person("Mario Rossi", one), person("MARIO ROSSI", other))
    (found,) = exclusive_roles(records(persone=people))
    assert found.gravita == severity
    assert found.messaggio.lower().startswith("mario rossi")


@pytest.mark.parametrize(
    "people",
    [
        (person("Mario Rossi", "presente"), person("Mario Rossi", "presidente")),
        (person("Mario Rossi", "presente"), person("Maria Rossi", "assente")),
        (person("Mario Rossi", "presente"), person("Mario Rossi", "assente", "b")),
        (person("Mario Rossi", "responsabile_procedimento"), person("Mario Rossi", "firmatario")),
    ],
)
def test_roles_that_go_together(people: tuple[Persona, ...]) -> None:
    assert list(exclusive_roles(records(persone=people))) == []


# Bulletins


def bulletin(number: int, serie: str = "Serie Ordinaria", year: int = 2024) -> Documento:
    return Documento(id=f"{serie}{year}{number}", nome=f"{number}.pdf", formato="pdf", serie=serie,
                     bollettino=str(number), data_pubblicazione=f"{year}-01-01")  # fmt: skip


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ((1, 2, 4), ["tra il n. 2 e il n. 4 manca il n. 3"]),
        ((1, 2, 3, 6), ["tra il n. 3 e il n. 6 mancano i nn. da 4 a 5"]),
        ((3, 4, 5), []),
        ((7,), []),
        ((1, 50), []),  # a choice of them
        ((4, 4, 5), []),
    ],
)
def test_bulletins_that_lack(numbers: tuple[int, ...], told: list[str]) -> None:
    found = [f.messaggio for f in missing_bulletins(bulletin(n) for n in numbers)]
    assert found == [f"Serie Ordinaria 2024: {words}." for words in told]


def test_each_series_and_year_runs_on_its_own() -> None:
    held = [bulletin(1), bulletin(2), bulletin(3, "Avvisi e Concorsi"), bulletin(4, year=2025)]
    held += [bulletin(number, "Supplemento") for number in (1, 2, 9)]
    assert list(missing_bulletins(held)) == []


# Protocol numbers


def applicants(*protocols: str | None) -> Estrazione:
    rows = tuple(
        Beneficiario(id=str(at), documento_id="d", atto_id="a", inizio=at, fine=at + 1, testo="x",
                     pagina=1, elenco="AMMESSE", ordine=at, denominazione=f"Ditta {at}",
                     protocollo=protocol)
        for at, protocol in enumerate(protocols, start=1)
    )  # fmt: skip
    return records(beneficiari=rows)


def test_protocol_numbers_that_lack_or_are_misread() -> None:
    numbers = [f"O1.2017.000{n:04d}" for n in range(20)]
    assert list(odd_protocols(applicants(*numbers))) == []
    (found,) = odd_protocols(applicants(*numbers, None))
    assert "riga 21, Ditta 21: manca" in found.messaggio
    (found,) = odd_protocols(applicants(*numbers, "01.2017.0000030"))
    assert "1 protocollo comincia con «01.»" in found.messaggio
    assert list(odd_protocols(applicants(*[None] * 20, numbers[0]))) == []
