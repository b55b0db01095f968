"""Which bank accounts are those of a body or a company, and so no personal data.

An account is taken for a natural person's unless the words around it say whose it is: an office's
treasury, or the company that it is made out to. The Bank of Italy keeps accounts of public bodies
only (r.d. 18 November 1923 n. 2440 and law 720/1984 on the single treasury).
"""

import re
from collections.abc import Iterator

from extractor.store.persons import BODY
from models import Estrazione, Menzione

_BEFORE, _AFTER = 160, 110
_TREASURY = re.compile(
    r"tesorer|tesorier|cassier|contabilità speciale|banca d['’]italia|conto dell['’]ente", re.I
)
_HOLDER = re.compile(
    r"intestat[oaie]\s+(?:a|ad|al|alla|allo|agli|all['’])\s?:?\s?(.{2,70})", re.I | re.S
)
_PERSON = re.compile(
    r"\bsig\b|\bsig\.|signor|beneficiari|richiedent|creditor|nat[oa] (?:a|il)\b"
    r"|[A-Z]{6}\d\d[A-T]\d\d",
    re.I,
)
_BANK_OF_ITALY = "01000"


def normal(account: str) -> str:
    """An account as it is compared: letters and digits, in capitals."""
    return re.sub(r"[\W_]", "", account).upper()


def accounts_of_bodies(records: Estrazione) -> Iterator[str]:
    """The accounts, in their normal form, that every place where they stand gives to a body."""
    told: dict[str, bool] = {}
    places = {code.id: normal(code.valore) for code in records.codici if code.tipo == "iban"}
    for mention in records.menzioni:
        account = places.get(mention.fatto_id)
        if account:
            told[account] = told.get(account, True) and _is_a_body_s(account, records, mention)
    yield from (account for account, body_s in told.items() if body_s)


def _is_a_body_s(account: str, records: Estrazione, mention: Menzione) -> bool:
    if account[5:10] == _BANK_OF_ITALY:
        return True
    for part in records.parti:
        if part.foglia and part.testo and part.inizio <= mention.inizio < part.fine:
            if mention.flusso != "testo":
                return False
            at, end = mention.inizio - part.inizio, mention.fine - part.inizio
            # A paragraph or a row of its own: the next may speak of someone else
            before = part.testo[max(0, at - _BEFORE) : at].rpartition("\n")[2]
            around = before + part.testo[end : end + _AFTER].partition("\n")[0]
            if _PERSON.search(around):
                return False
            holder = _HOLDER.search(around)
            if holder:
                return BODY.search(holder[1]) is not None
            return _TREASURY.search(around) is not None
    return False
