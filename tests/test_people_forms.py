"""People as the acts of different bodies print them: names and functions, block by block."""

import pytest

from extractor.facts import people
from models import Context, ZoneSpan

Expected = set[tuple[str, str]]

BLOCKS: list[tuple[str, str, Expected]] = [
    # Attendance
    (
        "preambolo",
        "ROSSETTI MARIO\tSINDACO\tPresente\nNERVI ANNA\tASSESSORE\tGiust.\n"
        "BIANCHINI UGO\tASSESSORE\tAss. Giust.\nVERDONI LUCA\tASSESSORE\tA.G.",
        {
            ("Mario Rossetti", "presente"),
            ("Anna Nervi", "assente"),
            ("Ugo Bianchini", "assente"),
            ("Luca Verdoni", "assente"),
        },
    ),
    (
        "preambolo",
        "Cognome Nome\tCarica\tPresente\nROSSETTI MARIO\tSindaco\tSì\nNERVI ANNA\tAssessore\tNo\n"
        "DI MARCO LUCA\tAssessore\tSI",
        {("Mario Rossetti", "presente"), ("Anna Nervi", "assente"), ("Luca Di Marco", "presente")},
    ),
    (
        "preambolo",
        "1 ROSSETTI MARIO SI\t6 NERVI ANNA SI\n2 VERDONI LUCA SI\t7 BIANCHINI UGO NO",
        {
            ("Mario Rossetti", "presente"),
            ("Anna Nervi", "presente"),
            ("Luca Verdoni", "presente"),
            ("Ugo Bianchini", "assente"),
        },
    ),
    (
        "preambolo",
        "Risultano presenti i Signori: ROSSETTI Mario, Sindaco; NERVI Anna, Assessore; e assente"
        " il Sig. VERDONI Luca, Assessore.",
        {("Mario Rossetti", "presente"), ("Anna Nervi", "presente"), ("Luca Verdoni", "assente")},
    ),
    (
        "preambolo",
        "Presiede la seduta il Rettore Prof. Mario Rossetti. Svolge le funzioni di segretario"
        " verbalizzante il Direttore Generale Dott.ssa Anna Nervi.",
        {("Mario Rossetti", "presidente"), ("Anna Nervi", "segretario")},
    ),
    # Names over their roles
    (
        "firma",
        "F.to Dott. Mario Rossetti\nIl Presidente\nF.to Dott.ssa Anna Nervi\nIl Segretario"
        " verbalizzante",
        {("Mario Rossetti", "firmatario"), ("Anna Nervi", "segretario")},
    ),
    ("firma", "f.to Luca Verdoni\n(Il Dirigente Scolastico)", {("Luca Verdoni", "firmatario")}),
    ("firma", "Mario ROSSETTI\nIl Segretario verbalizzante", {("Mario Rossetti", "segretario")}),
    # Ranks, titles, names
    (
        "firma",
        "Il Comandante della Polizia Locale\nComm. Capo Dott. Mario Rossetti",
        {("Mario Rossetti", "firmatario")},
    ),
    ("firma", "Il Comandante\nV. Isp. Luca Verdoni", {("Luca Verdoni", "firmatario")}),
    (
        "dispositivo",
        "Il Responsabile del procedimento è l'Isp. Capo Anna Nervi",
        {("Anna Nervi", "responsabile_procedimento")},
    ),
    ("firma", "IL CAPO DIPARTIMENTO\nCons. Anna Nervi", {("Anna Nervi", "firmatario")}),
    ("firma", "Il Dirigente\nP. DELLI SANTI", {("P. Delli Santi", "firmatario")}),
    ("firma", "IL SEGRETARIO GENERALE\nF.to G. DI MARCO", {("G. Di Marco", "segretario")}),
    (
        "firma",
        "Il Dirigente\nDe Nichilo Rizzoli Maria Giovanna",
        {("Maria Giovanna De Nichilo Rizzoli", "firmatario")},
    ),
    (
        "firma",
        "IL COMMISSARIO PREFETTIZIO\ncon i poteri della Giunta\nDott.ssa Anna Nervi",
        {("Anna Nervi", "firmatario")},
    ),
    # Health bodies
    (
        "frontespizio",
        "Il Direttore Generale: dott.ssa Paola Grimaldi\ncoadiuvato da:\nDirettore Amministrativo"
        "\tdott. Carlo Bergami\nDirettore Sanitario\tdott.ssa Lucia Ferrandi",
        {
            ("Paola Grimaldi", "firmatario"),
            ("Carlo Bergami", "altro"),
            ("Lucia Ferrandi", "altro"),
        },
    ),
    (
        "firma",
        "IL DIRETTORE AMMINISTRATIVO\tIL DIRETTORE SANITARIO\n"
        "(Dott. Carlo Bergami)\t(Dott.ssa Lucia Ferrandi)",
        {("Carlo Bergami", "firmatario"), ("Lucia Ferrandi", "firmatario")},
    ),
    # Regions
    (
        "frontespizio",
        "Si esprime parere di regolarità amministrativa\nI Dirigenti Luca Marini Anna Petrelli\n",
        {("Luca Marini", "altro"), ("Anna Petrelli", "altro")},
    ),
    # Tables, second roles, appointments, firms
    (
        "allegato",
        "Referente\tRuolo\tContatto\nMario Rossetti\tReferente operativo\tm.rossetti@ente.it\n"
        "Anna Nervi\tReferente responsabile\ta.nervi@ente.it",
        {("Mario Rossetti", "referente_operativo"), ("Anna Nervi", "referente_responsabile")},
    ),
    (
        "dispositivo",
        "il Direttore dei Lavori, Ing. Mario Rossetti, in qualità di rapp.te della ALFA srl",
        {("Mario Rossetti", "direttore_lavori"), ("Mario Rossetti", "rappresentante_legale")},
    ),
    (
        "dispositivo",
        "propone la sostituzione del Sindaco in Commissione con il Consigliere arch. Luca Verdoni",
        {("Luca Verdoni", "nominato")},
    ),
    (
        "dispositivo",
        "a favore dell'Impresa Individuale NERVI ANNA, P.IVA 01234567890",
        {("Anna Nervi", "operatore_economico")},
    ),
    (
        "frontespizio",
        "STRUTTURA PROPONENTE: SERVIZIO PERSONALE - SIG.RA ANNA NERVI",
        {("Anna Nervi", "altro")},
    ),
    # Look-alikes
    ("preambolo", "VISTO il decreto del MINISTRO DELL'ECONOMIA E DELLE FINANZE", set()),
    ("preambolo", "IL MINISTRO DELL'INTERNO\nDI CONCERTO CON\nIL MINISTRO DELL'ECONOMIA", set()),
    ("firma", "Il Dirigente\nFirmato digitalmente da Infocert", set()),
    ("firma", "Firmato digitalmente da: Aruba Pec\nFirmatario: Namirial Firma Qualificata", set()),
    ("dispositivo", "alla ditta ROSSETTI MARIO & C. S.N.C. con sede in Valfiorita", set()),
    ("dispositivo", "all'impresa Costruzioni Mario Rossetti S.r.l.", set()),
    ("dispositivo", 'via Mario Rossetti n. 3, Istituto Comprensivo "Anna Nervi"', set()),
]


@pytest.mark.parametrize(("zone", "text", "expected"), BLOCKS)
def test_names_and_functions(zone: str, text: str, expected: Expected) -> None:
    context = Context(tipo="delibera", zone=(ZoneSpan(0, len(text), zone),))  # type: ignore[arg-type]
    found = people.complete(people.find(text, context), context)
    assert {(person.nome, person.funzione) for person in found} == expected
    for person in found:
        assert person.testo == text[person.inizio : person.fine]


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        (
            "IL SINDACO\tIL RESPONSABILE DEL SERVIZIO\nF.to Mario Rossetti\tF.to Luca Verdoni",
            ["SINDACO", "RESPONSABILE DEL SERVIZIO"],
        ),
        (
            "Direttore Sanitario: favorevole - Firmato digitalmente da Lucia Ferrandi",
            ["Direttore Sanitario"],
        ),
        (
            "Il Dirigente del Settore\n______________\n(ing. Luca Verdoni)",
            ["Dirigente del Settore"],
        ),
    ],
)
def test_the_office_is_what_is_printed_of_it(text: str, offices: list[str]) -> None:
    context = Context(zone=(ZoneSpan(0, len(text), "firma"),))
    assert [person.qualifica for person in people.find(text, context)] == offices
