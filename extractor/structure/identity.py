"""The readable identificativo of an act, the same wherever the act is printed."""

import re
import unicodedata

from models import Atto

#: Kinds whose number may begin with a legislature, also in figures: ``8/10962``.
_WITH_LEGISLATURE = ("dgr", "dcr")


def identifier(atto: Atto, nome: str) -> str | None:
    """``regione-lombardia/dgr/2017/6502``: the body, the kind, the year, the number.

    The number stands without its legislature; None while body, number or year is unknown.
    """
    if not (atto.ente and atto.numero and atto.anno):
        return None
    # Sardinia numbers its resolutions by session, ``12/23``: that is no legislature.
    in_figures = nome in _WITH_LEGISLATURE and atto.ente == "Regione Lombardia"
    number = (
        atto.numero.rpartition("/")[2] if atto.numero[0].isalpha() or in_figures else atto.numero
    )
    number = number.removesuffix(f"/{atto.anno}").lstrip("0")
    return "/".join((slug(atto.ente), nome, str(atto.anno), slug(number)))


def slug(name: str) -> str:
    """A name in lower case without accents: ``comune-di-forli`` for ``Comune di Forlì``."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", " ", plain.lower())).strip("-")
