"""What a dossier can be about, and what it must not be about.

Of natural persons there are dossiers only in so far as they act in an office: legislative decree
33/2013 (articles 13 to 15, 35 and 37) makes public who holds one and who answers for a
procedure or a contract; the acts name them for that. Whoever an act names for another reason, such
as a firm's representative, an applicant or an author, is not needed to follow what an office did
(GDPR, article 5 c. 1 c: minimisation), so no page gathers where they are named. Nor is there one
for fiscal codes of natural persons and for bank accounts.
"""

import re
from typing import NamedTuple
from urllib.parse import quote


class Kind(NamedTuple):
    """A kind of dossier."""

    nome: str
    """As in the address."""
    singolare: str
    plurale: str
    tipo: str = ""
    """For codes, their ``codici.tipo``."""
    nota: str = ""
    """What a reader must know before taking the acts of a dossier for one affair."""

    @property
    def questo(self) -> str:
        """ "questo CUP", "questa gara"."""
        feminine = self.singolare.split()[0].endswith("a")
        return f"{'questa' if feminine else 'questo'} {self.singolare}"


_OWN_NUMBERS = (
    "Ogni ente ha numeri suoi: lo stesso può indicare cose diverse in atti di enti diversi."
)
_NAMESAKES = (
    "Gli atti sono riuniti per nome, cognome e ente: omonimi dello stesso ente possono stare "
    "insieme, e la stessa persona in due enti, o scritta in due modi, sta divisa."
)
_SAME_NUMBERS = (
    "Gli atti sono riuniti per tipo, numero e anno di quello citato: enti diversi possono avere "
    "atti con lo stesso numero. Accanto a ogni citazione c'è l'ente, quando si sa."
)
_OF_ALL = frozenset({
    "legge", "legge_costituzionale", "decreto_legge", "decreto_legislativo", "dpr", "dpcm",
    "regolamento_ue", "direttiva_ue", "decisione_ue", "regio_decreto", "costituzione",
})  # fmt: skip
"""Kinds of act of which a number and a year leave no doubt."""


KINDS: dict[str, Kind] = {
    kind.nome: kind
    for kind in (
        Kind("cup", "CUP", "Progetti (CUP)", "cup"),
        Kind("cig", "CIG", "Gare e contratti (CIG)", "cig"),
        Kind("incarico", "incarico", "Incarichi", "codice_incarico"),
        Kind("ente", "ente", "Enti"),
        Kind("servizio", "servizio", "Servizi, sistemi e applicativi"),
        Kind("persona", "persona", "Persone che agiscono in un ufficio", nota=_NAMESAKES),
        Kind("atto", "atto citato", "Atti citati", nota=_SAME_NUMBERS),
        Kind("partita_iva", "partita IVA", "Partite IVA", "partita_iva"),
        Kind("codice_fiscale", "codice fiscale", "Codici fiscali di enti e società",
             "codice_fiscale"),
        Kind("codice_gara", "gara", "Gare", "codice_gara"),
        Kind("cui", "CUI", "Acquisti programmati (CUI)", "cui"),
        Kind("capitolo", "capitolo", "Capitoli di bilancio", "capitolo", _OWN_NUMBERS),
        Kind("impegno", "impegno", "Impegni di spesa", "impegno", _OWN_NUMBERS),
        Kind("accertamento", "accertamento", "Accertamenti di entrata", "accertamento",
             _OWN_NUMBERS),
        Kind("protocollo", "protocollo", "Lettere per numero di protocollo", "protocollo",
             _OWN_NUMBERS),
        Kind("id_progetto", "identificativo di progetto", "Identificativi di progetti",
             "id_progetto", _OWN_NUMBERS),
        Kind("scheda_servizio", "scheda servizio", "Schede servizio", "scheda_servizio",
             _OWN_NUMBERS),
        Kind("codice_rilascio", "rilascio", "Rilasci", "codice_rilascio"),
        Kind("rcc", "RCC", "RCC", "rcc", _OWN_NUMBERS),
        Kind("cpv", "CPV", "Oggetti degli appalti (CPV)", "cpv"),
        Kind("codice_univoco_ufficio", "ufficio", "Uffici (codice univoco)",
             "codice_univoco_ufficio"),
        Kind("identificativo_atto", "identificativo di un atto", "Identificativi di atti",
             "identificativo_atto", _OWN_NUMBERS),
    )
}  # fmt: skip
"""Kinds by the word of their address; an IBAN or an invoice's number gathers nothing."""

OF_CODE = {kind.tipo: kind for kind in KINDS.values() if kind.tipo}
"""Kinds of codes, by ``codici.tipo``."""

_BODY_NUMBER = re.compile(r"\d{11}")
# A fiscal code of a natural person, also with letters in place of digits; a bank account
_PRIVATE_NUMBER = re.compile(r"[A-Z]{6}\w{2}[A-Z]\w{2}[A-Z]\w{3}[A-Z]|IT\d{2}[A-Z]\w{22}")
_GAPS = re.compile(r"[\s.]+")


def compact(kind: str, text: str) -> str:
    """A value as the store has it: a code in upper case, without spaces and dots.

    >>> compact("cup", "e46g 2300 0300 002"), compact("persona", " Anna  Rossi ")
    ('E46G23000300002', 'Anna Rossi')
    """
    if not KINDS[kind].tipo:
        return " ".join(text.split())
    code = _GAPS.sub("", text).upper()
    return code.replace("-", "") if kind in ("cup", "cig") else code


def may_be_public(kind: str, value: str) -> bool:
    """Whether a code may have a dossier: not when it may be a natural person's fiscal code.

    >>> may_be_public("codice_fiscale", "RSSMRA70A01F205Z")
    False
    """
    if kind in ("codice_fiscale", "partita_iva"):
        return _BODY_NUMBER.fullmatch(value) is not None
    return _PRIVATE_NUMBER.fullmatch(value) is None


def caution(kind: Kind, value: str) -> str:
    """What a reader must know of a dossier; empty where its value leaves no doubt."""
    return "" if kind.nome == "atto" and value.partition("|")[0] in _OF_ALL else kind.nota


def address(kind: str, value: str) -> str:
    """The path of a dossier on the site, encoded: ``/fascicolo/cup/E46G23000300002``."""
    return f"/fascicolo/{kind}/{quote(value, safe='/' if kind == 'persona' else '')}"


def address_of_code(tipo: str, value: str) -> str | None:
    """The path of the dossier of a code of ``codici.tipo``, or None where there must be none."""
    kind = OF_CODE.get(tipo)
    return address(kind.nome, value) if kind and may_be_public(kind.nome, value) else None
