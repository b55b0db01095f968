"""Who attends a meeting: tables, columns, lists, the head of a regional resolution."""

import pytest

from extractor.facts import people
from models import Context

LISTS = {
    "mark in words": (
        "Nominativo Ruolo Presente Assente\nROSSI MARIO SINDACO Presente\n"
        "DE LUCA ANNA ROSA CONSIGLIERE Assente\nD'AVANZO LUIGI CONSIGLIERE Presente X",
        {"Mario Rossi": "presente", "Anna Rosa De Luca": "assente", "Luigi D'Avanzo": "presente"},
    ),
    "a row on two lines": (
        "Nominativo Ruolo Presente Assente\nROSSI MARIO SINDACO Presente\n"
        "NERI NICOLETTA PRESIDENTE\nDEL CONSIGLIO Presente",
        {"Mario Rossi": "presente", "Nicoletta Neri": "presente"},
    ),
    "cells with one mark column": (
        "ROSSI MARIO\tSINDACO\t\tAssente\nNERI ANNA\tVICESINDACO\tPresente\t\n"
        "BASSI UGO\tASSESSORE\tPresente\t",
        {"Mario Rossi": "assente", "Anna Neri": "presente", "Ugo Bassi": "presente"},
    ),
    "the column of the mark": (
        "N.\tCOGNOME E NOME\tPRESENTE\tASSENTE\n1\tROSSI MARIO\tX\t\n2\tNERI ANNA\t\tX\n",
        {"Mario Rossi": "presente", "Anna Neri": "assente"},
    ),
    "surname and given name in two cells": (
        "Cognome\tNome\t\nROSSI\tAda Patrizia\tP\nNERI\tDomenico\tAG\nBASSI\tUgo\tP",
        {"Ada Patrizia Rossi": "presente", "Domenico Neri": "assente", "Ugo Bassi": "presente"},
    ),
    "both words are given names: the list tells the order": (
        "Cognome e Nome Presente\nMARTINO FRANCESCO Sì\nBRUNO ANNA No\nROSSI MARIO Sì",
        {"Francesco Martino": "presente", "Anna Bruno": "assente", "Mario Rossi": "presente"},
    ),
    "numbered, two on a line": (
        "PRESENTI ASSENTI\n1. ROSSI Elga * 2. NERI Chiara * 3. BASSI Davide *",
        {"Elga Rossi": "presente", "Chiara Neri": "presente", "Davide Bassi": "presente"},
    ),
    "a line for each cell": (
        "ROSSI GIOVANNI MARIA\n\nPRESIDENTE\n\nP\n\nNERI CARLA\n\nASSESSORE\n\nP\n\n"
        "ZANI UGO\n\nASSESSORE\n\nA",
        {"Giovanni Maria Rossi": "presente", "Carla Neri": "presente", "Ugo Zani": "assente"},
    ),
    "in a sentence": (
        "PRESENTI: Rossi Mario, Verdi Luca, Neri Anna\nASSENTI: Bianchi Paolo",
        {
            "Mario Rossi": "presente",
            "Luca Verdi": "presente",
            "Anna Neri": "presente",
            "Paolo Bianchi": "assente",
        },
    ),
    "with their offices": (
        "Sono presenti i Signori:\nROSSI MARIO - Sindaco\nVERDI LUCA - Assessore",
        {"Mario Rossi": "presente", "Luca Verdi": "presente"},
    ),
    "a regional Giunta": (
        "Presidente MARIO ROSSI\n"
        "Assessori regionali MARCO BIANCHI Vicepresidente ROMANO MARIA LA PORTA\n"
        "PAOLO FRANCO SIMONA TIRONI\nCon l'assistenza del Segretario Enrico Neri",
        {
            "Mario Rossi": "presidente",
            "Marco Bianchi": "presente",
            "Romano Maria La Porta": "presente",
            "Paolo Franco": "presente",
            "Simona Tironi": "presente",
            "Enrico Neri": "segretario",
        },
    ),
}


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS)
def test_who_attends(text: str, expected: dict[str, str]) -> None:
    found = people.find(text, Context())
    assert {person.nome: person.funzione for person in found} == expected


def test_marks_in_a_table_of_things_are_no_attendance() -> None:
    text = "Documentazione\tCapofila\tPartner\tX\nProgetto esecutivo\tX\nQuadro economico\tX\n"
    assert people.find(text, Context()) == []
