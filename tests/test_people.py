"""People with a role: found, look-alikes, missed."""

import pytest

from extractor.facts import people
from tests.cases import Case, case, check, missed

FOUND = [
    case(
        "Il Direttore Generale Paola Neri (nominata con DGR n. XII/1) adotta la seguente",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Paola Neri", "funzione": "firmatario", "qualifica": "Direttore Generale"},
    ),
    case(
        "Il segretario: Giancarla Neva Bianchi",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Giancarla Neva Bianchi", "funzione": "segretario"},
    ),
    case(
        "il dott. Antonio Neri è stato nominato Direttore Generale dell’Agenzia",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Antonio Neri", "funzione": "nominato", "titolo": "dott."},
    ),
    case(
        "ha nominato, ai sensi dell'art. 17, il dott. Giorgio Neri quale Responsabile per",
        "                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Giorgio Neri", "funzione": "nominato"},
    ),
    case(
        "ha provveduto a nominare la dott.ssa Paola Bassi - dirigente della u.o. competitività",
        "                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Paola Bassi", "funzione": "nominato", "titolo": "dott.ssa"},
    ),
    case(
        "con sede in Milano, rappresentata dalla Dott.ssa Paola Neri, in qualità di Direttore.",
        "                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Paola Neri", "funzione": "rappresentante_legale"},
    ),
    case(
        "l'Associazione, nella persona del Presidente pro tempore Sig. Felice D’Angelo di",
        "                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {
            "nome": "Felice D'Angelo",
            "funzione": "rappresentante_legale",
            "qualifica": "Presidente pro tempore",
        },
    ),
    case(
        "(di concerto con l'assessore Bertolani) con la quale",
        "                   ^^^^^^^^^^^^^^^^^^^",
        {"nome": "Bertolani", "funzione": "altro", "qualifica": "assessore"},
    ),
    case(
        "la Presidente della Commissione Europea, Ursula Vor den Leyden, ha rimarcato",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Ursula Vor den Leyden", "funzione": "altro", "ente": "Commissione Europea"},
    ),
    case(  # the town's name ends as an article does
        "l'arch. Mario Rossi è stato nominato responsabile dell'area del Comune di Valdella;",
        "  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Mario Rossi", "ente": "Comune di Valdella"},
    ),
    case(
        "Nominativo Ruolo Ente\nMario Rossi Referente Operativo ACME S.p.A.",
        "                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Mario Rossi", "funzione": "referente_operativo", "ente": "ACME S.p.A."},
    ),
    case(
        "Mario Rossi\nReferente\nResponsabile\nAgenzia di Controllo",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Mario Rossi", "funzione": "referente_responsabile"},
    ),
    case(
        "Mario Rossi\tReferente Responsabile\tACME S.p.A.",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Mario Rossi", "funzione": "referente_responsabile", "ente": "ACME S.p.A."},
    ),
    case(
        "il Responsabile Unico del Progetto, ai sensi del D.Lgs. 36/2023, è l’arch. Mario Rossi;",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Mario Rossi", "funzione": "responsabile_procedimento", "titolo": "arch."},
    ),
    case(
        "il Responsabile del procedimento è il sottoscritto, Comandante, Cap. Dott. Mario Rossi.",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Mario Rossi", "funzione": "responsabile_procedimento", "titolo": "Cap. Dott."},
    ),
    case(
        "a firma del Direttore dei Lavori, Ing. Antonio Neri, in qualità",
        "            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Antonio Neri", "funzione": "direttore_lavori"},
    ),
    case(
        "Istruttore: Geom. Luca Verdi",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Luca Verdi", "funzione": "istruttore", "titolo": "Geom."},
    ),
    case(
        "Su proposta dell'Assessore Mario Rossi",
        "                 ^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Mario Rossi", "funzione": "relatore"},
    ),
    case(
        "sotto la presidenza del Sindaco ROSSI Dott.ssa Morena",
        "                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Morena Rossi", "funzione": "presidente", "titolo": "Dott.ssa"},
    ),
    case(
        "il sig. MARIO ROSSI, nella sua qualità di Sindaco, assume la presidenza e dichiara aperta",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Mario Rossi", "funzione": "presidente"},
    ),
    case(
        "redatto dall’arch. Mario Rossi e dall’Ing. Aristide Neri dipendenti",
        "             ^^^^^^^^^^^^^^^^^        ^^^^^^^^^^^^^^^^^^",
        {"nome": "Mario Rossi", "funzione": "autore"},
        {"nome": "Aristide Neri", "funzione": "autore"},
    ),
    case(
        "Delegati della Rettrice\nper la VQR: i componenti Mario Rossi e Anna Neri",
        "                                      ^^^^^^^^^^^^^^^^^^^^^^   ^^^^^^^^^",
        {"nome": "Mario Rossi", "funzione": "componente"},
        {"nome": "Anna Neri", "funzione": "componente"},
    ),
    case(
        "dall’operatore economico “ing. Rossi Mario”, P.IVA",
        "     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Mario Rossi", "funzione": "operatore_economico", "titolo": "ing."},
    ),
    case(
        "presentato dall’ing. Del Prato Vito;",
        "                ^^^^^^^^^^^^^^^^^^^",
        {"nome": "Vito Del Prato", "funzione": "operatore_economico"},
    ),
    case(
        "Creditore\nDenominazione: ROSSI MARIO - Progressivo Fornitore: 4896",
        "                         ^^^^^^^^^^^",
        {"nome": "Mario Rossi", "funzione": "operatore_economico"},
    ),
    case(
        "quale Direttore dei Lavori l'arch. Anna Neri e quale DEC il geom. Luca Verdi;",
        "      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^         ^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Anna Neri", "funzione": "direttore_lavori"},
        {"nome": "Luca Verdi", "funzione": "direttore_esecuzione"},
    ),
    case(
        "la commissione:\n- Dott. Mario Rossi, Presidente;\n- Ing. Luca Verdi, componente;",
        "                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^    ^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Mario Rossi", "funzione": "presidente"},
        {"nome": "Luca Verdi", "funzione": "componente"},
    ),
    case(
        "Referenti tecnici:\nMario Rossi tel. 02.12345678\nAnna Neri tel. 02.12345679",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                  ^^^^^^^^^",
        {"nome": "Mario Rossi", "funzione": "altro"},
        {"nome": "Anna Neri", "funzione": "altro"},
    ),
    case(
        "Responsabile di Intervento: Lucia Neri, tel.02.12345678",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Lucia Neri", "funzione": "altro"},
    ),
    case(
        "l’Assessore alle Politiche di Innovazione Tecnologica Paolo Neri, così relaziona",
        "  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Paolo Neri"},
    ),
    case(
        "IL PRESIDENTE IL SEGRETARIO Anna Toro Franco Sturzi",
        "                            ^^^^^^^^^ ^^^^^^^^^^^^^",
        {"nome": "Anna Toro"},
        {"nome": "Franco Sturzi"},
    ),
]

LOOK_ALIKES = [
    case(
        "il Dirigente Scolastico dell’Istituto Comprensivo “Mons. Pasquale Neri” di Avella",
    ),
    case(
        "Il Responsabile del procedimento di Regione Lombardia, nei limiti della dotazione",
    ),
    case(
        "residente in Via Torquato Taramelli 26, Milano",
    ),
    case(
        "con decreto del Ministro dell’Interno 4 agosto 2023",
    ),
    case(
        "Ing. Mario Rossi s.r.l. con sede legale in Cimitile",
    ),
    case(
        "Creditore\nDenominazione: Idroelettrica sas di Mario Rossi - Progressivo",
    ),
    case(
        "vista la legge Bassanini e il decreto Ronchi; la scuola Giovanni Pascoli",
    ),
    case(
        "Da compilare dall’istruttore\t\nVOCI DI SPESA\tNOTE",
    ),
    case(
        "LEGALE RAPPRESENTANTE\nDELL’IMPRESA BENEFICIARIA",
    ),
    case(
        "Presidenza del Consiglio dei Ministri\nRegione Lombardia",
    ),
    case(
        "IL RESPONSABILE DEL SERVIZIO\nVISTO il D.lgs. n. 267/2000",
    ),
    case(
        "il Presidente del premio Maria Montessori",
    ),
]

MISSED = [
    # A name without any role, title or office says nothing of what the person does.
    missed(
        "la mozione di Mario Rossi è respinta",
        "              ^^^^^^^^^^^",
        {"nome": "Mario Rossi"},
    ),
]


@pytest.mark.parametrize("expected", FOUND)
def test_found(expected: Case) -> None:
    check(people.find, expected)


@pytest.mark.parametrize("expected", LOOK_ALIKES)
def test_look_alikes(expected: Case) -> None:
    check(people.find, expected)


@pytest.mark.parametrize("expected", MISSED)
def test_missed(expected: Case) -> None:
    check(people.find, expected)
