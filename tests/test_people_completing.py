"""What the mentions of people in one act tell of each other."""

from extractor.facts import people
from models import Context, Persona


def completed(text: str, **context: str) -> list[Persona]:
    known = Context(**context)  # type: ignore[arg-type]
    return people.complete(people.find(text, known), known)


def names(facts: list[Persona]) -> set[tuple[str, str]]:
    return {(fact.nome, fact.funzione) for fact in facts}


def test_a_surname_takes_the_only_full_name_that_fits() -> None:
    text = "Il segretario: Anna Neri\n(di concerto con l'assessore Neri) con la quale"
    assert names(completed(text)) == {("Anna Neri", "segretario"), ("Anna Neri", "altro")}


def test_a_surname_that_two_share_stays_as_it_is() -> None:
    text = "Il segretario: Anna Neri\nIl dirigente\nUgo Neri\ncon l'assessore Neri che"
    assert ("Neri", "altro") in names(completed(text))


def test_the_list_of_attendance_decides_the_order_of_a_name() -> None:
    text = (
        "Nominativo Ruolo Presente Assente\nMARTINO VITTORIA CONSIGLIERE Presente\n"
        "ROSSI MARIO SINDACO Presente\nBASSI UGO CONSIGLIERE Presente\n"
        "Il dirigente\nMartino Vittoria\n"
    )
    assert ("Vittoria Martino", "firmatario") in names(completed(text))


def test_a_name_behind_a_title_takes_the_function_known_from_elsewhere() -> None:
    text = "d'intesa con l'arch. Mario Rossi, si procede.\nIl dirigente\nf.to arch. Mario Rossi"
    assert names(completed(text)) == {("Mario Rossi", "firmatario")}


def test_a_mention_by_the_same_office_is_no_function_of_its_own() -> None:
    text = (
        "Acquisito il parere del Responsabile del Servizio, arch. Mario Rossi;\n"
        "Il Responsabile del Servizio\nf.to arch. Mario Rossi"
    )
    assert names(completed(text)) == {("Mario Rossi", "firmatario")}


def test_the_officials_of_an_act_are_of_its_body_unless_it_has_several() -> None:
    text = "Il dirigente\nMario Rossi"
    assert completed(text, ente="Comune di Trezzo")[0].ente == "Comune di Trezzo"
    assert completed(text, ente="Comune di Trezzo; Regione Lombardia")[0].ente is None


def test_the_mentions_stay_where_they_are() -> None:
    text = "Il segretario: Anna Neri\ncon l'assessore Neri che"
    found = people.find(text, Context())
    assert [(f.inizio, f.fine, f.testo) for f in people.complete(found, Context())] == [
        (f.inizio, f.fine, f.testo) for f in found
    ]
