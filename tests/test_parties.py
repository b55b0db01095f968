"""The parties of agreements, in the ways that agreements list them; names are invented."""

import pytest

from extractor.structure.sheets import parties
from extractor.structure.sheets.grid import Source
from models import Contraente

LISTS = {
    "alone between tra and e": (
        "CONVENZIONE\nTRA\nIl Comune di Alfa, rappresentato dal Sindaco\nE\n"
        "La Provincia di Prova, rappresentata dal Presidente\nPREMESSO CHE",
        ["Comune di Alfa", "Provincia di Prova"],
    ),
    "items with a dash": (
        "PROTOCOLLO D'INTESA\nFRA LE PARTI\n- Comune di Alfa, in persona del Sindaco Mario Rossi;\n"
        "- Comune di Colle di Prova, con sede in ____, in persona del Sindaco ____;\n"
        "- ASL Prova Nord, in persona del Direttore Generale;\nPREMESSO CHE",
        ["Comune di Alfa", "Comune di Colle di Prova", "ASL Prova Nord"],
    ),
    "items with a number": (
        "ACCORDO DI PROGRAMMA\nTRA\n1) Comune di Alfa, nella persona del Sindaco;\n"
        "2) Provincia di Prova, nella persona del Presidente;\n"
        "3) L’Associazione Amici del Fiume ODV – rappresentata dal Presidente\nPremesso che",
        ["Comune di Alfa", "Provincia di Prova", "Associazione Amici del Fiume ODV"],
    ),
    "items with a letter below a sentence": (
        "SCHEMA DI CONVENZIONE\nL'anno 2024, con la presente scrittura privata, tra:\n"
        "a) Il COMUNE DI ALFA - che di seguito sarà chiamato Ente - rappresentato da Mario Rossi;\n"
        "b) Associazione Pro Prova - che in seguito sarà chiamata Associazione;\nPREMESSO CHE",
        ["COMUNE DI ALFA", "Associazione Pro Prova"],
    ),
    "rows of a table": (
        "PROTOCOLLO D’INTESA\nTRA\nEnte\tRappresentante\tCarica\n"
        "Comune di Alfa\tMario Rossi\tSindaco\nComune di Beta\tAnna Verdi\tSindaca\n"
        "Parrocchia di San Rocco\tDon Luca Neri\tParroco\nPREMESSO CHE",
        ["Comune di Alfa", "Comune di Beta", "Parrocchia di San Rocco"],
    ),
    "one sentence": (
        "CONVENZIONE\nTRA il Comune di Alfa (di seguito “Comune”), rappresentato dal Sindaco, e la"
        " Provincia di Prova, rappresentata dal Presidente, nonché l'Università degli Studi di"
        " Prova, rappresentata dal Rettore\nPREMESSO CHE",
        ["Comune di Alfa", "Provincia di Prova", "Università degli Studi di Prova"],
    ),
    "people who speak for them": (
        "CONVENZIONE\nIl giorno 3 marzo 2024, con la presente convenzione, tra i signori:\n"
        "- Anna Verdi, nata a Prova il 3 luglio 1962, nella sua qualità di Sindaco pro-tempore del"
        " COMUNE DI ALFA (codice fiscale: 82000370369);\n"
        "- Mario Rossi, nato a Prova, nella qualità di Presidente dell’Unione Comuni del Fiume;\n"
        "PREMESSO CHE",
        ["COMUNE DI ALFA", "Unione Comuni del Fiume"],
    ),
    "who came to sign": (
        "PROTOCOLLO D'INTESA\nL'anno 2024 addì 3 marzo si sono costituiti:\n"
        "- per il Comune di Alfa il Sindaco Mario Rossi;\n"
        "- per la Provincia di Prova la Presidente Anna Verdi;\nsi conviene quanto segue",
        ["Comune di Alfa", "Provincia di Prova"],
    ),
    "small articles": (
        "SCHEMA DI CONVENZIONE\nCon la presente scrittura, a ogni effetto di legge tra:\n"
        "la Regione Alfa rappresentata dall’Agenzia per la sicurezza, domiciliata in Prova;\ne\n"
        "la Regione Beta, con sede in Prova, rappresentata da ____\nPREMESSO:",
        ["Regione Alfa", "Regione Beta"],
    ),
    "several of a kind in a row": (
        "PROTOCOLLO D'INTESA\nTRA\nLa Provincia di Prova, rappresentata dal Presidente;\n"
        "I Comuni di Alfa, Borgo San Rocco e Castel di Prova, rappresentati dai Sindaci;\n"
        "PREMESSO CHE",
        [
            "Provincia di Prova", "Comune di Alfa", "Comune di Borgo San Rocco",
            "Comune di Castel di Prova",
        ],
    ),
    "named together, one by one where they sign": (
        "PROTOCOLLO D’INTESA\nTRA\nIl Santuario di San Rocco in Borgo del Colle (AV);\n"
        "I Comuni aderenti al presente Protocollo, nelle persone dei rispettivi Sindaci;\n"
        "Le Parrocchie interessate dal tracciato, nelle persone dei Parroci;\n"
        "congiuntamente denominate “le Parti”.\nPREMESSO CHE\nI Comuni di Gamma e Delta sono\n"
        "Letto, approvato e sottoscritto.\nFirma ____ Comune di Alfa (NA)\nSindaco\n"
        "Firma e timbro ____ Comune di Borgo del Colle (AV) Sindaco ____\n"
        "Firma ____ Per la Parrocchia di ____ Il Parroco\nPer il Comune di Castel Prova\nSindaco",
        [
            "Santuario di San Rocco", "Comune di Alfa", "Comune di Borgo del Colle",
            "Comune di Castel Prova", "Parrocchie interessate dal tracciato",
        ],
    ),
    "bare names": (
        "ACCORDO\nTRA\nComune di Alfa\nComune di Beta\nUnione dei Comuni del Fiume\nPremesso che",
        ["Comune di Alfa", "Comune di Beta", "Unione dei Comuni del Fiume"],
    ),
    "a wrapped line that begins with a body": (
        "ACCORDO\nTRA\nIl Comune di Alfa, rappresentato dal Sindaco presso il\n"
        "Comune di Alfa stesso\nE\nLa Provincia di Prova\nPremesso che",
        ["Comune di Alfa", "Provincia di Prova"],
    ),
    "a blank to fill in": (
        "CONTRATTO\nTRA\nIl Comune di Alfa, con sede in Alfa\nE\nLa ditta ________\nE\n"
        "Il Comune di ______, con sede in ____\nPremesso che",
        ["Comune di Alfa"],
    ),
}  # fmt: skip

NO_LISTS = {
    "no agreement": "Visto il riparto\ntra i Comuni di Alfa e Beta\nPremesso che occorre;",
    "no words that close the list": "CONVENZIONE\ntra il Comune di Alfa e la Provincia di Prova.",
}


def read(text: str) -> list[Contraente]:
    return list(parties.read(Source(text, 0, len(text), ())))


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS)
def test_each_party_of_a_list_is_read(text: str, expected: list[str]) -> None:
    found = read(text)
    assert [party.denominazione for party in found] == expected
    assert all(party.testo == text[party.inizio : party.fine] for party in found)


@pytest.mark.parametrize("text", NO_LISTS.values(), ids=NO_LISTS)
def test_other_uses_of_tra_begin_no_list(text: str) -> None:
    assert read(text) == []


def test_seat_and_code_of_an_item() -> None:
    text = (
        "ACCORDO\nTRA\n- Comune di Alfa, con sede in Alfa (FI), Codice Fiscale 00123456789, in\n"
        "persona del Sindaco;\n- Provincia di Prova;\nPREMESSO CHE"
    )
    first = read(text)[0]
    assert (first.sede, first.codice_fiscale) == ("Alfa (FI)", "00123456789")
