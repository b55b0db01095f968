"""Printed forms that must be one body, and forms that must stay two."""

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from extractor.registry.bodies import Bodies
from extractor.registry.decisions import Decision
from extractor.registry.gathering import _NO_SYSTEM, Naming
from extractor.registry.names import (
    beginnings,
    kind_of,
    name_of,
    region_of,
    says_body,
    without_office,
)
from extractor.registry.people import People
from extractor.registry.scanning import scan
from extractor.registry.services import Services
from extractor.registry.signs import signs
from extractor.store import registry_state

ONE_NAME = [
    ("Comune di Valdoce", "COMUNE DI VALDOCE", "Comune  di\nValdoce (BS)", "il Comune di Valdoce"),
    ("Comune di Forlì Alta", "COMUNE DI FORLI' ALTA", "Città di Forlì Alta"),
    ("Comune di Sant’Egidio", "Comune di Sant'Egidio", "COMUNE DI SANT’EGIDIO"),
    ("Alfa Servizi S.p.A.", "ALFA SERVIZI SPA", "Alfa Servizi s.p.a", "Alfa Servizi S. p. A.",
     "Alfa Servizi società per azioni"),
    ("Beta Impianti S.r.l.", "BETA IMPIANTI SRL", "ditta Beta Impianti s.r.l.",
     "Beta Impianti società a responsabilità limitata", "impresa BETA IMPIANTI S.R.L"),
    ("Gamma Soc. Coop.", "GAMMA SOCIETA' COOPERATIVA", "Gamma società cooperativa"),
    ("Delta Rete S.c.a.r.l.", "DELTA RETE SCARL", "Delta Rete S.C.A R.L."),
    ("Ing. Carlo Neri S.r.l.", "CARLO NERI SRL"),
    ("Officine 2000 S.r.l.", "OFFICINE2000 SRL"),
    ("ATS Valle Chiara", "ATS della Valle Chiara", "A.T.S. Valle Chiara",
     "Agenzia di Tutela della Salute della Valle Chiara"),
    ("ASST Monte Nero", "Azienda Socio Sanitaria Territoriale di Monte Nero",
     "AZIENDA SOCIO-SANITARIA TERRITORIALE MONTE NERO", "A.S.S.T. di Monte Nero"),
    ("ASL Lago 2", "Azienda Sanitaria Locale Lago 2", "A.S.L. Lago 2"),
    ("Agenzia per l’Acqua e il Suolo", "AGENZIA PER L'ACQUA E IL SUOLO",
     "Agenzia per l'Acqua ed il Suolo", "Agenzia per l’Ac-\nqua e il Suolo"),
    ("Agenzia di Vigilanza del Sistema Socio-Sanitario", "Agenzia di vigilanza del sistema "
     "sociosanitario", "AGENZIA DI VIGILANZA DEL SISTEMA SOCIO SANITARIO"),
    ("Ministero delle Foreste, dei Laghi e del Mare", "Ministero Foreste Laghi e Mare",
     "MINISTERO DELLE FORESTE DEI LAGHI E DEL MARE"),
    ("Università degli Studi di Valdoce", "Università di Valdoce", "UNIVERSITA' DI VALDOCE"),
    ("Camera di Commercio, Industria, Artigianato e Agricoltura di Valdoce",
     "C.C.I.A.A. di Valdoce", "Camera di commercio di Valdoce", "CCIAA Valdoce"),
    ("Consorzio Bonifica Basso Piano", "Consorzio di bonifica del Basso Piano"),
    ("Regione Autonoma della Sardegna", "Regione Sardegna", "REGIONE SARDEGNA"),
    ("Regione Siciliana", "Regione Sicilia"), ("Regione Emilia-Romagna", "REGIONE EMILIA ROMAGNA"),
    ("Provincia di Monte Chiaro (MC)", "PROVINCIA DI MONTE CHIARO"),
    ("Città metropolitana di Valdoce", "CITTÀ METROPOLITANA DI VALDOCE"),
    ("CSI-Valdoce", "CSI Valdoce"),
]  # fmt: skip

TWO_NAMES = [
    ("Comune di Valdoce", "Provincia di Valdoce"), ("Comune di Valdoce", "Comune di Valdoce Alta"),
    ("Alfa Servizi S.p.A.", "Alfa Servizi S.r.l."), ("Alfa S.p.A.", "Nuova Alfa S.p.A."),
    ("ATS Valle Chiara", "ASST Valle Chiara"), ("ASL Lago 1", "ASL Lago 2"),
    ("Comune di Valdoce", "Città metropolitana di Valdoce"),
    ("Consiglio regionale della Lombardia", "Regione Lombardia"),
    ("Università di Valdoce", "Politecnico di Valdoce"),
    ("Ministero della Salute", "Ministero della Sanità"),
    ("Unione dei Comuni di Valdoce", "Comune di Valdoce"),
    ("Agenzia regionale per l'acqua", "Agenzia nazionale per l'acqua"),
    ("Consorzio Servizi Sociali Nord", "Consorzio Servizi Sociali Sud"),
]  # fmt: skip


@pytest.mark.parametrize("forms", ONE_NAME, ids=lambda forms: forms[0])
def test_the_ways_to_print_a_name_are_one(forms: tuple[str, ...]) -> None:
    assert len({name_of(form).key for form in forms}) == 1, [name_of(form) for form in forms]


@pytest.mark.parametrize(("one", "other"), TWO_NAMES)
def test_names_of_two_bodies_stay_two(one: str, other: str) -> None:
    assert name_of(one).key != name_of(other).key


def test_no_two_bodies_of_the_table_fall_together() -> None:
    for ours, theirs in combinations(ONE_NAME, 2):
        assert name_of(ours[0]).key != name_of(theirs[0]).key


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Comune di Valdoce", "comune"), ("Azienda Beta S.p.A.", "societa"),
     ("ASL Lago 2", "azienda_sanitaria"), ("Università di Valdoce", "universita"),
     ("Ministero del Mare", "ministero"), ("ANCI", "altro")],
)  # fmt: skip
def test_a_name_says_its_kind(name: str, kind: str) -> None:
    assert kind_of(name_of(name)) == kind


@pytest.mark.parametrize(
    "words",
    ["Mario Verdi", "ing. Mario Verdi", "Azienda agricola Verdi Mario",
     "Comuni aderenti all'intesa",
     "Autorità di Gestione del programma", "DIVERSI", "Studio Verdi"],
)  # fmt: skip
def test_persons_and_categories_are_no_bodies(words: str) -> None:
    assert not says_body(words)


@given(st.text(max_size=80))
def test_a_compared_name_is_compared_the_same_again(text: str) -> None:
    name = name_of(text)
    assert name_of(text) == name
    assert (
        name_of(" ".join(text.split())).key == name_of(text.replace("-\n", "- ")).key
        or "\n" in text
    )


def test_offices_and_regions() -> None:
    assert without_office("Ministero del Mare - Direzione Generale Porti") == "Ministero del Mare"
    assert region_of("Azienda per i servizi della Regione Siciliana") == "sicilia"


def ente(forma: str, ruolo: str = "parte", definito: str = "", codice: str = "") -> Naming:
    return Naming("ente", forma, ruolo, 0, definito=definito, codice=codice)


def soggetto(nome: str) -> Naming:
    return Naming("soggetto", nome, "firmatario", 0)


def settled(namings: list[Naming], *decisions: Decision) -> Bodies:
    bodies = Bodies(decisions)
    for naming in namings:
        for sign in signs([naming], ""):
            bodies.see(sign)
    bodies.settle()
    return bodies


AGENCY = [
    ente("AGENZIA DI VIGILANZA DEL SISTEMA SOCIO-SANITARIO LOMBARDO", codice="cf:90000000001"),
    ente("AVSS", definito="Agenzia di vigilanza del sistema sociosanitario lombardo"),
    ente("Agenzia di vigilanza del sistema sanitario", "definito"),
    ente("AVSS", "definito", definito="Agenzia di vigilanza del sistema sanitario"),
    ente("Azienda regionale per gli acquisti S.p.A.", codice="cf:00000000002 iva:00000000002"),
    ente("ARA", definito="Azienda regionale per gli acquisti S.p.A."),
    ente("ARA S.p.A.", "ufficio"),
    ente("Acquisti Lombardi SRL", codice="iva:00000000002"),
    ente("Comune di Valdoce", codice="cf:80000000003"),
    ente("Comune di Valdoce", codice="cf:80000000004"),
    ente("ATS", "definito", definito="Agenzia di tutela della salute di Valdoce"),
    ente("ATS", "definito", definito="Agenzia di tutela della salute di Monte Nero"),
    Naming("definizione", "OPR", "definito", 0, definito="Osservatori provinciali rifiuti"),
    ente("OPR", "definito", definito="Organismo pagatore regionale Ente"),
    ente("Omega Lavori"), ente("Omega Lavori S.p.A."), ente("Omega Lavori S.r.l."),
    ente("Consorzio Sigma"), ente("Consorzio Sigma S.c.a.r.l."),
]  # fmt: skip


def test_codes_definitions_and_names_join_and_doubts_keep_apart() -> None:
    bodies = settled(AGENCY)
    agency = "agenzia-vigilanza-sistema-sociosanitario-lombardo"
    assert (
        bodies.named("AVSS") == bodies.named("Agenzia di Vigilanza del Sistema Sanitario") == agency
    )
    company = bodies.named("ARA SpA")
    assert company == bodies.named("ARA") == bodies.named("ACQUISTI LOMBARDI S.R.L.")
    assert company == "azienda-regionale-acquisti-spa"
    assert bodies.named("ATS") is None  # two bodies are called so
    assert bodies.named("OPR") is None  # it is also said of something else
    assert bodies.named("Consorzio Sigma") == "consorzio-sigma-scarl"
    assert bodies.named("Omega Lavori") == "omega-lavori"
    assert {doubt.motivo for doubt in bodies.doubts} == {
        "codici_diversi", "sigla_ambigua", "forme_giuridiche",
    }  # fmt: skip


def test_a_short_form_defined_in_an_act_means_that_there() -> None:
    bodies = settled(AGENCY)
    local = bodies.local([ente("ATS", "definito", definito="ATS Valdoce")])
    found = bodies.resolve(ente("ATS", "sigla"), local)
    assert found is not None
    assert found.identita == "ats-valdoce"
    assert bodies.resolve(ente("ATS", "sigla"), {}) is None


def test_one_name_with_two_codes_is_two_bodies_where_the_code_is_said() -> None:
    bodies = settled(AGENCY)
    first = bodies.resolve(ente("Comune di Valdoce", codice="cf:80000000003"), {})
    second = bodies.resolve(ente("COMUNE DI VALDOCE", codice="cf:80000000004"), {})
    neither = bodies.resolve(ente("Comune di Valdoce"), {})
    assert first
    assert second
    assert neither
    assert (first.identita, second.identita, neither.identita) == (
        "comune-valdoce-80000000003", "comune-valdoce-80000000004", "comune-valdoce",
    )  # fmt: skip


def test_a_fiscal_code_beside_a_municipality_and_a_company_joins_nothing() -> None:
    bodies = settled([ente("Comune di Valdoce", codice="cf:80000000003"),
                      ente("Alfa Servizi S.p.A.", codice="cf:80000000003")])  # fmt: skip
    assert bodies.named("Comune di Valdoce") != bodies.named("Alfa Servizi SPA")
    assert [doubt.motivo for doubt in bodies.doubts] == ["stesso_codice"]


def test_words_without_a_bound_are_cut_to_a_name_that_is_known() -> None:
    bodies = settled(AGENCY)
    found = bodies.resolve(
        ente(
            "Agenzia di vigilanza del sistema sociosanitario lombardo concernente il piano", "testo"
        ),
        {},
    )
    assert found is not None
    assert found.forma == "Agenzia di vigilanza del sistema sociosanitario lombardo"
    assert (
        bodies.resolve(ente("Agenzia di un altro genere che nessuno nomina", "testo"), {}) is None
    )


@given(st.randoms(use_true_random=False))
def test_the_order_of_the_acts_does_not_matter(shuffle: random.Random) -> None:
    mixed = AGENCY * 2
    shuffle.shuffle(mixed)
    bodies, again = settled(AGENCY), settled(mixed)
    forms = {naming.forma for naming in AGENCY}
    assert {form: bodies.named(form) for form in forms} == {
        form: again.named(form) for form in forms
    }
    assert sorted(bodies.doubts) == sorted(again.doubts)


def test_more_names_do_not_rename_what_was_there() -> None:
    before = settled(AGENCY)
    more = [ente("Comune di Monte Nero"), ente("AVSS Servizi S.r.l."), ente("Agenzia di vigilanza")]
    after = settled([*AGENCY, *more, ente("REGIONE LOMBARDIA")])
    for naming in AGENCY:
        assert before.named(naming.forma) == after.named(naming.forma)


def test_a_person_decides() -> None:
    merged = settled(AGENCY, Decision("unisci", "ente", ("Omega Lavori", "omega-lavori-srl")))
    assert merged.named("Omega Lavori") == merged.named("Omega Lavori S.r.l.") == "omega-lavori-srl"
    split = settled(
        AGENCY, Decision("separa", "ente", ("ARA S.p.A.", "Azienda regionale per gli acquisti SPA"))
    )
    assert (
        split.named("Azienda regionale per gli acquisti S.p.A.") == "azienda-regionale-acquisti-spa"
    )
    resolved = split.resolve(ente("ARA S.p.A.", "ufficio"), {})
    assert resolved is not None
    assert resolved.identita == "ara-spa"
    lost = settled(AGENCY, Decision("unisci", "ente", ("Omega Lavori", "Nessuno S.p.A.")))
    assert "decisione_senza_effetto" in {doubt.motivo for doubt in lost.doubts}


def test_the_systems_of_two_regions_are_two() -> None:
    services = Services()
    known = [
        Naming("servizio", name, "scheda", 0)
        for name in ("Prenota Unico Regionale", "Rete Regionale X")
    ]
    known.append(Naming("servizio", "PUR", "scheda", 0, definito="Prenota Unico Regionale"))
    for sign in signs(known, "lombardia") | signs([known[1]], "piemonte"):
        services.see(sign, lambda form: False)
    services.settle()
    short = services.resolve(
        Naming("servizio", "Prenota Unico e gli altri", "testo", 0), {}, "lombardia"
    )
    assert short is not None
    assert (short.identita, short.forma) == ("prenota-unico-regionale-lombardia", "Prenota Unico")
    sigla = services.resolve(Naming("ente", "PUR", "sigla", 0), {}, "")
    assert sigla is not None
    assert sigla.identita == short.identita
    assert [doubt.motivo for doubt in services.doubts] == ["omonimi"]


def test_namesakes_in_two_bodies_are_two_and_told() -> None:
    database = Database(memory=True)
    registry_state.create(database, triggers=False)
    people = People(database.conn)
    named = {
        "comune-valdoce": ("Anna Verdi", "VERDI ANNA"),
        "asl-lago-2": ("Anna Verdi", "Carla Sicondolfi", "Carla Sincodolfi"),
    }
    people.put(1, 0, [(soggetto(name), body) for body, names in named.items() for name in names])
    assert people.settle() == set()
    assert (
        people.identifier(soggetto("Verdi Anna"), "comune-valdoce") == "comune-valdoce/anna-verdi"
    )
    assert people.identifier(soggetto("Anna Verdi"), "asl-lago-2") == "asl-lago-2/anna-verdi"
    assert sorted(doubt.motivo for doubt in people.doubts()) == ["nomi_simili", "omonimi"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("attraverso la piattaforma GESTA E PAGA (www.esempio.it) entro", ["GESTA E PAGA"]),
        ("prodotto dalla piattaforma APRI ES di cui alla delibera", ["APRI ES"]),
        ("presentata sul Sistema Informativo Tes.Ca. entro il", ["Sistema Informativo Tes.Ca"]),
        ("registrata sulla piattaforma MudVerde del Comune", ["MudVerde"]),
        ("guida connessa al sistema GPS del mezzo", []),
        ("adesione alla piattaforma PASSO di cui al Regolamento (UE) 2024/795", []),
        ("i sistemi\nREFERENTE INTERVENTO\nComune", []),
    ],
)
def test_systems_called_by_a_name(text: str, named: list[str]) -> None:
    found = [each.forma for each in scan(text) if each.genere == "servizio" and each.certo]
    assert sorted(set(found)) == named


@pytest.mark.parametrize(
    "name", ["Sistema Regionale", "Portale Nazionale", "Sistema di Gestione e Controllo del PR"]
)
def test_what_names_no_service(name: str) -> None:
    said = [Naming("servizio", name, "nel_testo", 0)]
    assert not signs(said, "") or _NO_SYSTEM.match(name)


@given(st.text(alphabet="abcdeAB .,'’-()&\n", min_size=3, max_size=60))
def test_the_names_that_a_text_begins_with_are_those_of_its_words(text: str) -> None:
    """The quick way over growing words gives what each of them alone gives."""
    words = " ".join(text.split()).split(" ")[:14]
    for stretch in beginnings(" ".join(words)):
        assert stretch.key == name_of(stretch.parole).key


def test_towns_of_one_name_in_two_provinces_are_two() -> None:
    bodies = settled([
        ente("Comune di Valdoce", codice="pr:BG cf:80000000003"),
        ente("Comune di Valdoce", codice="cf:80000000003"),
        ente("Comune di Valdoce", codice="pr:LE"), ente("Comune di Valdoce"),
        ente("Comune di Montebruno", codice="pr:BG"), ente("COMUNE DI MONTEBRUNO"),
    ])  # fmt: skip
    found = [
        bodies.resolve(ente("Comune di Valdoce", codice=codes), {})
        for codes in ("pr:BG", "cf:80000000003", "pr:LE", "")
    ]
    assert [each and each.identita for each in found] == [
        "comune-valdoce-80000000003", "comune-valdoce-80000000003", "comune-valdoce-le",
        "comune-valdoce",
    ]  # fmt: skip
    assert bodies.named("Comune di Montebruno") == "comune-montebruno"
    assert "codici_diversi" in {doubt.motivo for doubt in bodies.doubts}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Il Ministero dell’Agricoltura, della sovranità alimentare e delle foreste n. 3",
         "Ministero dell’Agricoltura, della sovranità alimentare e delle foreste"),
        ("Il Ministero della Salute delle persone", "Ministero della Salute"),
        ("Identificativo dell'offerta: Offerta Omega Luce Spa", "Omega Luce Spa"),
    ],
)  # fmt: skip
def test_bodies_are_read_as_far_as_their_names_go(text: str, named: str) -> None:
    assert [each.forma for each in scan(text) if each.genere == "ente" and each.certo] == [named]
