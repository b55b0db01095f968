"""The grammar of names: where a name begins and ends, and its one normal form."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractor.facts.people.given_names import GIVEN_NAMES
from extractor.facts.people.names import name_at, normal_form

READ = [
    ("Paola Palmieri Referente Responsabile", "Paola Palmieri", None),
    ("D'AVANZO MARIA ROSARIA CONSIGLIERE", "Maria Rosaria D'Avanzo", None),
    ("Ursula  Vor  den  Leyen,  ha", "Ursula Vor den Leyen", None),
    ("BASSI Ada Patrizia P", "Ada Patrizia Bassi", None),
    ("Dott.ssa Monica\nROSSI per", "Monica Rossi", "Dott.ssa"),
    ("Ing. Mario\nN. 579 del Registro", "Mario", "Ing."),
    ("ing. Del\nPrato Vito;", "Vito Del Prato", "ing."),
    ("De Corato Riccardo", "Riccardo De Corato", None),
    ("DE LUCA ANNA MARIA", "Anna Maria De Luca", None),
    ("Elisabetta De Nichilo Rizzoli", "Elisabetta De Nichilo Rizzoli", None),
    ("ROSSI NICOLO’", "Nicolò Rossi", None),
    ("DELL’ORTO GIUSEPPE", "Giuseppe Dell'Orto", None),
    ("Sig. Felice D’Angelo di seguito", "Felice D'Angelo", "Sig."),
    ("Cap. dott. Franco BIANCHI", "Franco Bianchi", "Cap. dott."),
    ("Dr. ssa Teresa Neri", "Teresa Neri", "Dr. ssa"),
    ("Geom. ROSSI MARIO", "Mario Rossi", "Geom."),
    ("ROMANO MARIA LA PORTA", "Romano Maria La Porta", None),
    ("Prof. Antonioli e Prof. Neri", "Antonioli", "Prof."),
    ("Giancarla Neva Bianchi", "Giancarla Neva Bianchi", None),
    ("Mario Rossi Milano", "Mario Rossi", None),
    ("Anna Lodi", "Anna Lodi", None),
]

NOT_READ = [
    "Ing. Mario Rossi s.r.l. con sede",
    "Direttore Generale",
    "REGIONE LOMBARDIA",
    "Paola",
    "Settore Lavori Pubblici",
    "dell’Interno",
]


@pytest.mark.parametrize(("text", "nome", "titolo"), READ)
def test_a_name_is_read_to_its_end_and_normalised(text: str, nome: str, titolo: str | None) -> None:
    name = name_at(text, 0)
    assert name is not None
    assert (name.nome, name.titolo) == (nome, titolo)


@pytest.mark.parametrize("text", NOT_READ)
def test_what_is_no_name_is_not_read(text: str) -> None:
    assert name_at(text, 0) is None


_SURNAMES = st.sampled_from(("Rossi", "De Corato", "Dell'Orto", "D'Angelo", "Bianchi Neri", "Lodi"))
_GIVEN = st.sampled_from(sorted(GIVEN_NAMES)).filter(str.isalpha).map(str.capitalize)


@given(_GIVEN, _SURNAMES)
@example("Emilia", "Bianchi Neri")
def test_the_order_and_the_case_of_a_printed_name_do_not_matter(first: str, last: str) -> None:
    expected = f"{first} {last}"
    for printed in (
        expected,
        expected.upper(),
        f"{last.upper()} {first}",
        f"{first} {last.upper()}",
    ):
        name = name_at(printed, 0)
        assert name is not None
        assert name.nome == expected


@given(st.text(alphabet="AÀbè'’.- \nDe", max_size=60))
def test_any_text_is_read_in_bounds(text: str) -> None:
    name = name_at(text, 0)
    if name is not None:
        assert 0 <= name.da <= name.inizio < name.fine <= len(text)
        assert name.nome


def test_surname_first_decides_where_both_words_are_given_names() -> None:
    assert normal_form(("MARTINO", "FRANCESCO"), surname_first=True) == "Francesco Martino"
    assert normal_form(("MARTINO", "FRANCESCO")) == "Martino Francesco"
