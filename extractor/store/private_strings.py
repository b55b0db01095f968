"""What of a document a public site must not show, as printed."""

from collections.abc import Iterator

from extractor.store.accounts import accounts_of_bodies, normal
from extractor.store.persons import NAME, is_natural_person, name_orders
from extractor.store.recipients import recipients
from models import Beneficiario, Estrazione

OPEN_ACCOUNT = "conto_di_ente"
"""The reason of a bank account that is not private, and so may be shown in its document."""


SHORTEST = 4
"""Letters of the shortest string that is covered."""


def private_strings(records: Estrazione) -> Iterator[tuple[str, str]]:
    """What of a document must not be shown, as printed, each with its reason.

    The reason ``OPEN_ACCOUNT`` is that of an account which, for once, may be shown.
    """
    seen = set()
    for text, reason in _of_records(records):
        text = " ".join(text.split())
        if len(text) >= SHORTEST and (text, reason) not in seen:
            seen.add((text, reason))
            yield text, reason


def _of_records(records: Estrazione) -> Iterator[tuple[str, str]]:
    private = {}
    open_accounts = set(accounts_of_bodies(records))
    yield from ((account, OPEN_ACCOUNT) for account in sorted(open_accounts))
    for code in records.codici:
        if code.tipo == "iban" and normal(code.valore) in open_accounts:
            continue
        if code.tipo == "iban" or (code.tipo == "codice_fiscale" and len(code.valore) == 16):
            yield code.testo, code.tipo
            yield code.valore, code.tipo
            private[code.id] = code.tipo
    # Each place may print it in another way
    for mention in records.menzioni:
        if mention.fatto_id in private:
            yield mention.testo, private[mention.fatto_id]
    for row in records.beneficiari:
        yield from _of_beneficiary(row)
    for words in recipients(records):
        if NAME.fullmatch(words):
            yield from ((order, "beneficiario") for order in name_orders(words))
        yield words, "beneficiario"


def _of_beneficiary(row: Beneficiario) -> Iterator[tuple[str, str]]:
    if row.denominazione and is_natural_person(row.denominazione, row.codice_fiscale):
        yield row.denominazione, "beneficiario"
        # The text may name the same person the other way round
        if NAME.fullmatch(row.denominazione.strip()):
            for order in name_orders(row.denominazione):
                yield order, "beneficiario"
    if row.codice_fiscale and len(row.codice_fiscale) == 16:
        yield row.codice_fiscale, "codice_fiscale"
