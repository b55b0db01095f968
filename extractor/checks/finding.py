"""Making a finding: its identifier comes from the rule and from what it is about."""

from models import Atto, Fatto, Segnalazione
from models.identity import id_within
from models.vocabulary import Gravita, RegolaSegnalazione


def about(rule: RegolaSegnalazione, severity: Gravita, message: str, *facts: Fatto) -> Segnalazione:
    """A finding about one or more facts; it stands where the first of them does."""
    first = facts[0]
    return Segnalazione(
        id=id_within(first.documento_id, rule, *(fact.id for fact in facts)),
        documento_id=first.documento_id,
        atto_id=first.atto_id,
        regola=rule,
        gravita=severity,
        messaggio=message,
        fatti=tuple(fact.id for fact in facts),
        inizio=first.inizio,
        fine=first.fine,
        flusso=first.flusso,
        pagina=first.pagina,
        testo=first.testo,
    )


def plain(
    rule: RegolaSegnalazione,
    severity: Gravita,
    message: str,
    documento_id: str,
    *,
    atto_id: str | None = None,
    pagina: int | None = None,
) -> Segnalazione:
    """A finding about a document, an act or a page rather than about a fact."""
    return Segnalazione(
        id=id_within(documento_id, rule, atto_id or "", str(pagina or ""), message),
        documento_id=documento_id,
        atto_id=atto_id,
        regola=rule,
        gravita=severity,
        messaggio=message,
        pagina=pagina,
    )


def of_act(rule: RegolaSegnalazione, severity: Gravita, message: str, act: Atto) -> Segnalazione:
    """A finding about an act as a whole; it stands on the act's first page."""
    return plain(
        rule, severity, message, act.documento_id, atto_id=act.id, pagina=act.pagina_inizio
    )
