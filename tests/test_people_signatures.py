"""Signature blocks, title pages, opinions and certificates: who signs, and as what."""

import pytest

from extractor.facts import people
from models import Context, ZoneSpan

BLOCKS = {
    "role over name": (
        "La dirigente\nAnna Neri\nBollettino Ufficiale",
        {("Anna Neri", "firmatario")},
    ),
    "signed": (
        "IL RESPONSABILE DELL'UFFICIO TECNICO\nf.to dott. Mario Rossi",
        {("Mario Rossi", "firmatario")},
    ),
    "signed without a space": (
        "PRESIDENTE DEL CONSIGLIO\nf.toAnna Neri",
        {("Anna Neri", "firmatario")},
    ),
    "in brackets": (
        "VISTO IL RESPONSABILE DELLA RIPARTIZIONE RAPPORTI CON IL TERRITORIO\n(Dott. Mario Rossi)",
        {("Mario Rossi", "firmatario")},
    ),
    "a secretary is no signer": (
        "Il Segretario\nf.to Prof.ssa Catia NERI\nIl Presidente\nf.to Roberta ROSSI",
        {("Catia Neri", "segretario"), ("Roberta Rossi", "firmatario")},
    ),
    "two cells": (
        "IL PRESIDENTE\tIL SEGRETARIO COMUNALE\nF.to ROSSI MARIO\tF.to Dott.ssa Anna Neri",
        {("Mario Rossi", "firmatario"), ("Anna Neri", "segretario")},
    ),
    "two on a line": (
        "IL SINDACO IL SEGRETARIO COMUNALE\nF.to Rossi Mario F.to Dott.ssa Neri Anna",
        {("Mario Rossi", "firmatario"), ("Anna Neri", "segretario")},
    ),
    "two columns of spaces": (
        "IL PRESIDENTE                  IL SEGRETARIO COMUNALE\n"
        "Rossi Mario                    Dott. Luigi Verdi\n",
        {("Mario Rossi", "firmatario"), ("Luigi Verdi", "segretario")},
    ),
    "two roles over one name": (
        "Il Responsabile del Procedimento\nDirigente\nIng. Mario Rossi\nDocumento informatico",
        {("Mario Rossi", "responsabile_procedimento"), ("Mario Rossi", "firmatario")},
    ),
    "after a date": (
        "Avella (AV), 17/03/2026 IL RESPONSABILE DEI SERVIZI ANAGRAFE –\nELETTORALE\n"
        "f.to Arch. Mario Rossi",
        {("Mario Rossi", "firmatario")},
    ),
    "after the last sentence": (
        "8. Di disporre la pubblicazione sul BURL. La dirigente\nAnna Neri\nBANDO",
        {("Anna Neri", "firmatario")},
    ),
    "name over role": ("Mario Rossi\nDirettore Generale\n", {("Mario Rossi", "firmatario")}),
    "accounts": (
        "IL RESPONSABILE DEL SERVIZIO FINANZIARIO\nRag. Anna Neri",
        {("Anna Neri", "responsabile_contabile")},
    ),
    "opinion on the accounts": (
        "VISTO DI REGOLARITÀ CONTABILE\nEsito: Favorevole\n"
        "Il Responsabile del Servizio\nf.to Anna Neri",
        {("Anna Neri", "responsabile_contabile")},
    ),
    "two opinions side by side": (
        "PARERE DI REGOLARITA’ TECNICA\nEsito: Favorevole\nPARERE DI REGOLARITA’ CONTABILE\n"
        "Esito: Favorevole\nIl Responsabile del Servizio\nf.to Mario Rossi\n"
        "Il Responsabile del Servizio\nf.to Anna Neri",
        {("Mario Rossi", "firmatario"), ("Anna Neri", "responsabile_contabile")},
    ),
    "publication": (
        "IL RESPONSABILE DELLE PUBBLICAZIONI ALL'ALBO PRETORIO INFORMATICO\nf.to ROSSI MARIO",
        {("Mario Rossi", "responsabile_pubblicazione")},
    ),
    "messenger": (
        "IL MESSO COMUNALE\nF.to Luca Verdi",
        {("Luca Verdi", "responsabile_pubblicazione")},
    ),
    "proposer on a title page": (
        "Il Direttore della SC “Analisi” propone l’adozione del presente atto.\n"
        "Il Responsabile del procedimento\nMarta Neri\n\n"
        "Il Direttore\n SC “Analisi”\n Alberto Rossi",
        {("Marta Neri", "responsabile_procedimento"), ("Alberto Rossi", "direttore_proponente")},
    ),
    "parties": (
        "Per ACSS\nIl Direttore Generale\nDott.ssa Anna Neri\n\n"
        "Per ARIA S.p.A.\nL’amministratore Unico\nDott. Mario Rossi",
        {("Anna Neri", "firmatario"), ("Mario Rossi", "firmatario")},
    ),
    "labels": (
        "Firmatario: MARIO ROSSI\nParere di regolarità contabile: NERI ANNA espresso in data",
        {("Mario Rossi", "firmatario"), ("Anna Neri", "responsabile_contabile")},
    ),
}


@pytest.mark.parametrize(("text", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_who_signs_and_as_what(text: str, expected: set[tuple[str, str]]) -> None:
    found = people.find(text, Context())
    assert {(person.nome, person.funzione) for person in found} == expected
    assert all(person.testo == text[person.inizio : person.fine] for person in found)


OPINIONS = {
    "signed on the record": (
        "PARERE DI REGOLARITÀ TECNICA\nSi esprime parere favorevole di regolarità tecnica\n"
        "Il Responsabile del Servizio\nf.to Dott. Mario Rossi\n"
        "IL PRESENTE VERBALE VIENE LETTO, APPROVATO E SOTTOSCRITTO.\n"
        "IL SINDACO\nf.to Anna Neri",
        {("Mario Rossi", "altro"), ("Anna Neri", "firmatario")},
    ),
    "two opinions": (
        "VISTO DI REGOLARITA' TECNICA\nEsito: Favorevole\nIl Dirigente del Settore\n"
        "f.to Mario Rossi\nVISTO DI REGOLARITA' CONTABILE\nEsito: Favorevole\n"
        "Il Responsabile del Servizio Finanziario\nf.to Anna Neri",
        {("Mario Rossi", "altro"), ("Anna Neri", "responsabile_contabile")},
    ),
    "a sentence above": (
        "Parere in ordine alla regolarità tecnica: favorevole, ai sensi dell'art. 49 del TUEL.\n"
        "Lì, 12/03/2024\nIl Responsabile dell'Area Tecnica\nGeom. Mario Rossi",
        {("Mario Rossi", "altro")},
    ),
    "who presides signs below it": (
        "Parere di regolarità tecnica: FAVOREVOLE\nIL SINDACO\nF.to Anna Neri",
        {("Anna Neri", "firmatario")},
    ),
}


@pytest.mark.parametrize(("text", "expected"), OPINIONS.values(), ids=OPINIONS)
def test_who_signs_an_opinion_on_a_resolution_is_no_signer_of_it(
    text: str, expected: set[tuple[str, str]]
) -> None:
    context = Context(tipo="delibera", zone=(ZoneSpan(0, len(text), "visti"),))
    found = people.find(text, context)
    assert {(person.nome, person.funzione) for person in found} == expected


def test_the_organ_of_one_person_signs_with_its_own_opinion() -> None:
    text = "PARERE DI REGOLARITÀ TECNICA\nIl Responsabile del Servizio\nf.to Mario Rossi"
    context = Context(tipo="determinazione", zone=(ZoneSpan(0, len(text), "visti"),))
    assert [person.funzione for person in people.find(text, context)] == ["firmatario"]


def test_the_zone_of_signatures_makes_a_signature() -> None:
    text = "in tre originali. Il direttore Anna Neri BANDO PER"
    zone = (ZoneSpan(0, len(text), "firma"),)
    assert [p.funzione for p in people.find(text, Context(zone=zone))] == ["firmatario"]


def test_a_mayor_named_at_the_head_of_a_resolution_presides() -> None:
    text = "Il SINDACO Mario Rossi ed i presenti"
    context = Context(tipo="delibera", zone=(ZoneSpan(0, len(text), "frontespizio"),))
    assert [person.funzione for person in people.find(text, context)] == ["presidente"]


def test_the_body_stands_over_a_signature() -> None:
    text = "Per ARIA S.p.A.\nL’amministratore Unico\nDott. Mario Rossi"
    assert [person.ente for person in people.find(text, Context())] == ["ARIA S.p.A."]
