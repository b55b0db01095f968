"""People as courts, notaries, universities and other producers of acts print them."""

import time

import pytest

from extractor.facts import people
from models import Context, ZoneSpan

Expected = set[tuple[str, str]]

PARTIES: list[tuple[str, Expected]] = [
    (
        "TRA\nROSSETTI Mario, nato a Riva (PV) il 12/03/1960, domiciliato per la carica presso la"
        " sede comunale, il quale interviene nel presente atto non in proprio ma in qualità di"
        " Sindaco pro tempore del Comune di Valfiorita;",
        {("Mario Rossetti", "rappresentante_legale")},
    ),
    (
        "tra i signori:\n- Adelchio NERVESI, nato a Colle il 3.4.1958 il quale interviene in"
        " qualità di Sindaco del Comune di Colle in nome del quale agisce; - Zelmo BIANCHERI,"
        " nato a Valle il 5.6.1961 il quale interviene in qualità di Sindaco del Comune di Valle;",
        {
            ("Adelchio Nervesi", "rappresentante_legale"),
            ("Zelmo Biancheri", "rappresentante_legale"),
        },
    ),
    (
        "2) NERVI Anna, nata a Colle il 1° gennaio 1970, C.F. NRVNNA70A41X000Y, la quale agisce in"
        " nome e per conto della ALFA S.p.A.",
        {("Anna Nervi", "rappresentante_legale")},
    ),
    (
        "Sono comparsi:\n- Ing. Luca Verdoni, nato a Riva il 12.03.1960, Dirigente del Settore"
        " Lavori pubblici, domiciliato in Valfiorita, il quale interviene per conto del Comune",
        {("Luca Verdoni", "rappresentante_legale")},
    ),
    (
        "Il sottoscritto Mario Rossetti, nato a Riva il 12/3/1960, in qualità di Responsabile del"
        " procedimento, attesta",
        {("Mario Rossetti", "responsabile_procedimento")},
    ),
    (
        "- ROSSI Anna, nata a Campo (MO) il 30 luglio 1962, la quale dichiara di intervenire nel"
        " presente atto nella sua qualità di Sindaco pro-tempore del COMUNE DI CAMPO",
        {("Anna Rossi", "rappresentante_legale")},
    ),
    # Look-alikes: nobody's name, nobody's task, a blank form
    ("Il/La sottoscritto/a ______ nato/a a ______ il ______ in qualità di titolare", set()),
    ("un Centro Servizi Valfiorita nato a supporto delle imprese, in qualità di capofila", set()),
    ("l'avviso pubblicato da Anna Nervi, nata a Colle il 3/4/1970, residente a Riva", set()),
]

JUDGES: list[tuple[str, Expected]] = [
    (
        "composta dai magistrati:\ndott.ssa Anna Nervi Presidente\ndott. Ugo Bianchini"
        " Consigliere\ndott.ssa Carla Petrini Primo Referendario (relatore) dott. Luca Verdoni"
        " Primo Referendario\ndott. Mario Rossetti Referendario\nnella camera di consiglio",
        {
            ("Anna Nervi", "presidente"),
            ("Ugo Bianchini", "componente"),
            ("Carla Petrini", "componente"),
            ("Carla Petrini", "relatore"),
            ("Luca Verdoni", "componente"),
            ("Mario Rossetti", "componente"),
        },
    ),
    (
        "con l'intervento dei magistrati:\nMario Rossetti, Presidente\nAnna Nervi, Consigliere,"
        " Estensore\nUgo Bianchini, Referendario",
        {
            ("Mario Rossetti", "presidente"),
            ("Anna Nervi", "componente"),
            ("Anna Nervi", "relatore"),
            ("Ugo Bianchini", "componente"),
        },
    ),
    ("Udito il magistrato relatore, dott.ssa Anna Nervi;", {("Anna Nervi", "relatore")}),
    ("i magistrati, i referendari e il Primo Referendario di turno", set()),
]

SECONDS: list[tuple[str, Expected]] = [
    (
        "Il Responsabile del Settore Tecnico ing. Luca Verdoni del Comune di Riva (RV), nonché"
        " Responsabile Unico del Procedimento, procede",
        {("Luca Verdoni", "responsabile_procedimento")},
    ),
    (
        "la Commissione: Mario Rossetti, Presidente; Ugo Bianchini, membro e segretario.",
        {
            ("Mario Rossetti", "presidente"),
            ("Ugo Bianchini", "componente"),
            ("Ugo Bianchini", "segretario"),
        },
    ),
    (
        "sotto la presidenza del Sindaco Mario Rossetti e il Segretario comunale Anna Nervi",
        {("Mario Rossetti", "presidente"), ("Anna Nervi", "segretario")},
    ),
]

NAMES: list[tuple[str, Expected]] = [
    ("Consulenti: arch. paesagg. G. FANELLI - dott. geol. V. D'ARCO", {("G. Fanelli", "altro"),
     ("V. D'Arco", "altro")}),
    ("gli Ingg. Luca e Anna Petrelli, in qualità di", {("Luca Petrelli", "altro"),
     ("Anna Petrelli", "altro")}),
    ("F.to Ing. Aristidé Bianchini", {("Aristide Bianchini", "firmatario")}),
    ("L’Organo di revisione\nRocco Dr. Lampi", {("Rocco Lampi", "firmatario")}),
    ("IL PRESIDENTE IL SEGRETARIO\nAnna Toro Franco Sturzi",
     {("Anna Toro", "firmatario"), ("Franco Sturzi", "segretario")}),
]  # fmt: skip


SIGNATURES: list[tuple[str, Expected]] = [
    (
        "\nLA RESPONSABILE DEL SETTORE\nAnna Nervi / InfoCamere S.C.p.A.\n",
        {("Anna Nervi", "firmatario")},
    ),
    ("\nIL DIRIGENTE\nRossetti Mario - 20240305\n", {("Mario Rossetti", "firmatario")}),
    (
        "Parere di regolarità tecnica espresso da Mario Rossetti; regolarità contabile: favorevole,"
        " f.to Anna Nervi",
        {("Mario Rossetti", "altro"), ("Anna Nervi", "responsabile_contabile")},
    ),
    (
        "Redatto da: Mario Rossetti\nVerificato da: Anna Nervi\nGruppo di lavoro: Ugo Bianchini,"
        " Luca Verdoni",
        {
            ("Mario Rossetti", "autore"),
            ("Anna Nervi", "altro"),
            ("Ugo Bianchini", "altro"),
            ("Luca Verdoni", "altro"),
        },
    ),
    ("Roma, 3 marzo 2020\nIl Ministro: ROSSETTI\nRegistrato", {("Rossetti", "firmatario")}),
    ("\nIl direttore generale: NERVI BIANCHINI\n", {("Nervi Bianchini", "firmatario")}),
    ("Il Presidente\nAdelchio ROSSETTI\n", {("Adelchio Rossetti", "firmatario")}),
    ("Adelchio ROSSETTI\nPresidente\n", {("Adelchio Rossetti", "firmatario")}),
    ("Il Conservatore del Registro delle imprese\nAnna Nervi", {("Anna Nervi", "firmatario")}),
    (
        "Il Presidente ALFA\nProf. Mario ROSSETTI\nIl Presidente BETA\nDott.ssa Anna NERVI",
        {("Mario Rossetti", "firmatario"), ("Anna Nervi", "firmatario")},
    ),
    (
        "IL SEGRETARIO GENERALE F.F.\tIL PRESIDENTE\nAnna Nervi\tMario Rossetti",
        {("Anna Nervi", "segretario"), ("Mario Rossetti", "firmatario")},
    ),
    (
        "IL SINDACO - PRESIDENTE          IL SEGRETARIO COMUNALE\n"
        "Rossetti Mario          Dr.ssa Nervi Anna",
        {("Mario Rossetti", "firmatario"), ("Anna Nervi", "segretario")},
    ),
    ("Il Prefetto\n(Rossetti)\n", {("Rossetti", "firmatario")}),
    # Look-alikes
    ("Il Presidente: omissis\nIl Responsabile: Verifica dei requisiti", set()),
    ("IL DIRIGENTE\nArea TECNICA\nServizio PATRIMONIO", set()),
]

TASKS: list[tuple[str, Expected]] = [
    (
        "con la quale è stato conferito a Mario Rossetti l’incarico di Dirigente della Struttura",
        {("Mario Rossetti", "nominato")},
    ),
    (
        "con il quale al dott. Mario Rossetti è stato conferito l'incarico di Direttore generale",
        {("Mario Rossetti", "nominato")},
    ),
    (
        "è stata attribuita alla sottoscritta Anna Nervi la responsabilità del Servizio;",
        {("Anna Nervi", "nominato")},
    ),
    (
        "sono state assegnate le funzioni dirigenziali al Dott. Mario Rossetti",
        {("Mario Rossetti", "nominato")},
    ),
    (
        "è stato affidato all'arch. Anna Nervi il servizio di progettazione",
        {("Anna Nervi", "operatore_economico")},
    ),
    (
        "il Responsabile del Procedimento, con il supporto del collaboratore, è l'ing. Ugo Lodi",
        {("Ugo Lodi", "responsabile_procedimento")},
    ),
    (
        "Il responsabile del procedimento è la scrivente dott.ssa Anna Nervi",
        {("Anna Nervi", "responsabile_procedimento")},
    ),
    ("relatore Rossetti", {("Rossetti", "relatore")}),
    # Look-alikes
    ("è stato conferito a Casa Serena l'incarico di gestione", set()),
    ("le risorse assegnate a Valle Verde per la responsabilità dei lavori", set()),
    ("Referente tecnico: Anna Nervi, tel. 02.1234", {("Anna Nervi", "altro")}),
    ("Referente operativo: Anna Nervi", {("Anna Nervi", "referente_operativo")}),
    (
        "i referenti della convenzione sono individuati in Mario Rossetti per il Comune",
        {("Mario Rossetti", "referente_operativo")},
    ),
    (
        "si nominava l'Arch. Ugo Bianchini, dipendente comunale, come R.U.P.",
        {("Ugo Bianchini", "responsabile_procedimento")},
    ),
    (
        "la sen. Anna Nervi e' stata nominata Ministro dell'universita'",
        {("Anna Nervi", "nominato")},
    ),
    (
        "La Commissione:\n- Prof. Mario Rossetti (Università di Riva) - Presidente\n- Prof.ssa Anna"
        " Nervi (Università di Colle) - Componente\n- Dott. Ugo Bianchini (Università di Valle) -"
        " Segretario",
        {
            ("Mario Rossetti", "presidente"),
            ("Anna Nervi", "componente"),
            ("Ugo Bianchini", "segretario"),
        },
    ),
]


MEETINGS: list[tuple[str, Expected]] = [
    (
        "L'Assessore alla Sanità Mario Rossetti, di concerto con l'Assessore Anna Nervi, riferisce"
        " quanto segue.",
        {("Mario Rossetti", "relatore"), ("Anna Nervi", "altro")},
    ),
    ("Udita la relazione svolta dall'Assessore Anna Nervi;", {("Anna Nervi", "relatore")}),
    ("Illustra l'argomento il Consigliere Anna Nervi.", {("Anna Nervi", "relatore")}),
    (
        "Assume la presidenza il Prof. Mario Rossetti, verbalizza Carla Petrini.",
        {("Mario Rossetti", "presidente"), ("Carla Petrini", "segretario")},
    ),
    ("La riunione è presieduta dall'ing. Mario Rossetti", {("Mario Rossetti", "presidente")}),
    (
        "nominati gli scrutatori nelle persone dei signori Consiglieri: Ugo Bianchini e Anna Nervi",
        {("Ugo Bianchini", "componente"), ("Anna Nervi", "componente")},
    ),
    (
        "All'appello: ROSSETTI MARIO presente, NERVI ANNA presente, VERDONI LUCA assente.",
        {("Mario Rossetti", "presente"), ("Anna Nervi", "presente"), ("Luca Verdoni", "assente")},
    ),
    (
        "con la presenza dei Sigg.: Rossetti Mario, Nervi Anna",
        {("Mario Rossetti", "presente"), ("Anna Nervi", "presente")},
    ),
    (
        "Per la parte pubblica: Mario Rossetti. Per la parte sindacale: Ugo Bianchini (SIGLA)",
        {("Mario Rossetti", "presente"), ("Ugo Bianchini", "presente")},
    ),
    (
        "RUP: ing. Mario Rossetti; collaboratore al RUP: geom. Ugo Bianchini",
        {("Mario Rossetti", "responsabile_procedimento"), ("Ugo Bianchini", "altro")},
    ),
    (
        "LA COMMISSIONE\nMario Rossetti\nAnna Nervi\n",
        {("Mario Rossetti", "componente"), ("Anna Nervi", "componente")},
    ),
    # Look-alikes
    (
        "la Commissione presiede alla gestione; la delegazione di parte pubblica: il Segretario",
        set(),
    ),
    ("la relazione illustrativa della Scuola Verdi riferisce", set()),
]


LISTS: list[tuple[str, Expected]] = [
    (
        "1) Prof. Mario ROSSETTI – Professore ordinario – Università di Riva – Presidente\n"
        "2) Prof.ssa Anna NERVI – Professore associato – Università di Colle – Componente\n"
        "3) Dott. Ugo BIANCHINI – Ricercatore – Università di Valle – Segretario",
        {
            ("Mario Rossetti", "altro"),
            ("Anna Nervi", "componente"),
            ("Ugo Bianchini", "segretario"),
        },
    ),
    (
        "Componente\tP.IVA\tQuota\tRuolo\nArch. Ugo Bianchini\t01234567890\t63,00\tMandatario\n"
        "Dott.ssa Anna Nervi\t01234567891\t37,00\tMandante\n",
        {("Ugo Bianchini", "operatore_economico"), ("Anna Nervi", "operatore_economico")},
    ),
    (
        "La Commissione esaminatrice è così costituita:\nPRESIDENTE\nProf. Mario Rossetti\n"
        "COMPONENTI\nProf.ssa Anna Nervi\nProf. Ugo Bianchini\nSEGRETARIA\nDott.ssa Carla Petrini",
        {
            ("Mario Rossetti", "presidente"),
            ("Anna Nervi", "componente"),
            ("Ugo Bianchini", "componente"),
            ("Carla Petrini", "segretario"),
        },
    ),
    (
        "- Province di AA, BB : Anna Nervi (cellulare 347 4110510; E-mail: anna.nervi@b.example)\n"
        "- Province di CC e DD : Ugo Bianchini (cellulare 347‐2362865; E-mail: u.b@b.example)",
        {("Anna Nervi", "altro"), ("Ugo Bianchini", "altro")},
    ),
    ("\nAdelchio Rossetti\nadelchio_rossetti@ente.example\n", {("Adelchio Rossetti", "altro")}),
    ("presentata dal richiedente Rossetti Mario;", {("Mario Rossetti", "altro")}),
    ("delega la sig.ra Anna Nervi alla firma degli atti", {("Anna Nervi", "nominato")}),
    (
        "Su proposta del Direttore della U.O.C. Personale, dott.ssa Anna Nervi, che attesta",
        {("Anna Nervi", "direttore_proponente")},
    ),
    # Look-alikes: bodies, houses and streets with a telephone
    ("Ufficio Bandi Valfiorita tel. 02.1234; Sportello Impresa, email sportello@e.example", set()),
    (
        "Comune di San Mario tel. 02.1234.\nCasa Anna Nervi, tel. 02 123\nVilla Maria tel. 02 12",
        set(),
    ),
    ("con delega al Bilancio e ai Tributi; il personale dipendente Area Tecnica", set()),
]


def test_the_cover_of_a_project_is_signed_by_nobody() -> None:
    text = "CAPITOLATO\nProgettista\nArch. Ugo Bianchini\nDirigente del Servizio\nIng. Anna Nervi\n"
    context = Context(tipo="piano", zone=(ZoneSpan(0, len(text), "allegato"),))
    found = {person.nome: person.funzione for person in people.find(text, context)}
    assert found == {"Ugo Bianchini": "autore", "Anna Nervi": "altro"}


def test_the_members_of_an_organ_are_named_under_the_title_of_its_resolution() -> None:
    text = (
        "Presidente Mario Rossetti\nVicepresidente Anna Nervi\nAssessori Ugo Bianchini\nElio Lodi"
    )
    context = Context(tipo="dgr", zone=(ZoneSpan(0, len(text), "frontespizio"),))
    assert [(p.nome, p.funzione) for p in people.find(text, context)] == [
        ("Mario Rossetti", "presidente"),
        ("Anna Nervi", "presente"),
        ("Ugo Bianchini", "presente"),
        ("Elio Lodi", "presente"),
    ]


def test_who_is_named_for_a_party_of_an_agreement_represents_it() -> None:
    text = "per il Comune di Riva il Dirigente del Settore, Ing. Anna Nervi, delegata dal Sindaco;"
    context = Context(tipo="accordo", zone=(ZoneSpan(0, len(text), "frontespizio"),))
    assert [p.funzione for p in people.find(text, context)] == ["rappresentante_legale"]


PLACES = [
    "il Presidente della Regione Emilia Romagna; il Sindaco del Comune di Reggio Emilia",
    "il Sindaco di Santa Margherita Ligure; il Direttore dell'ASST Santi Paolo e Carlo",
    "Direttore dell'ASST Papa Giovanni XXIII; dell'Azienda Ospedaliera Giovanni Paolo II",
    "Direttore del Teatro Carlo Felice; il Presidente dell'Ente Parco Monte Marcello",
    "IL SINDACO\nSanta Maria Maggiore",
    "Il Dirigente\n(Omissis)\nIl Legale Rappresentante\n(Firma)",
    "il Dirigente dell'Ufficio Villa Carlotta; i testimoni del tempo",
]


@pytest.mark.parametrize("text", PLACES)
def test_places_and_houses_are_nobody(text: str) -> None:
    assert people.find(text, Context()) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [*LISTS, *MEETINGS, *PARTIES, *JUDGES, *SECONDS, *NAMES, *SIGNATURES, *TASKS],
)
def test_names_and_functions(text: str, expected: Expected) -> None:
    found = people.complete(people.find(text, Context()), Context())
    assert {(person.nome, person.funzione) for person in found} == expected
    assert all(person.testo == text[person.inizio : person.fine] for person in found)


def test_a_page_of_blanks_costs_no_more_than_it_is_long() -> None:
    start = time.process_time()
    for start_of in ("Il Presidente", "Il Presidente Mario Rossetti"):
        people.find(start_of + " " * 50_000 + "nonché", Context())
    assert time.process_time() - start < 1
