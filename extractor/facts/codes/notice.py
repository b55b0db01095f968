"""The codes of a procurement notice in the form of the Union (reg. (EU) 2019/1780, *eForms*).

- *codice gara*: ``Identificativo della procedura`` (a UUID), ``Identificativo interno`` and
  ``Identificativo dell'appalto``, the buyer's own number (``LOT-0001`` only names a lot);
- *identificativo atto*: ``Identificativo/versione dell'avviso`` (a UUID, without its version) and
  ``Numero di pubblicazione dell'avviso`` in the Official Journal (``821062-2025``);
- *codice fiscale*: ``Numero di registrazione`` of an Italian organisation, eleven digits with a
  right check; foreign registers have other numbers and are left.

No rule is published for the identifiers.

>>> [(f.tipo, f.valore) for f in find("Numero di pubblicazione dell'avviso: 821062-2025")]
[('identificativo_atto', '821062-2025')]
>>> [f.valore for f in find("Identificativo interno: LOT-0001\\nIdentificativo interno: 4227")]
['4227']
"""

from collections.abc import Iterator

from extractor.facts.anchors import Anchored
from extractor.facts.codes.finding import code
from extractor.facts.codes.fiscal import check_vat_number
from models import Codice
from models.vocabulary import TipoCodice

_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_END = r"(?![\w]|[-/.]\w)"

_LABELLED: tuple[tuple[TipoCodice, Anchored], ...] = (
    (
        "codice_gara",
        Anchored(
            ("identificativo",),
            r"identificativo\s+(?:della\s+procedura|interno|dell[’']\s?appalto)\s*:\s*"
            rf"(?P<codice>{_UUID}|(?!LOT|GLO|PAR)[A-Z0-9][\w/.\-]{{0,30}}\d|\d){_END}",
        ),
    ),
    (
        "identificativo_atto",
        Anchored(
            ("identificativo", "numero"),
            rf"(?:identificativo\s?/\s?versione\s+dell[’']\s?avviso\s*:\s*(?P<codice>{_UUID})(?!\w)"
            r"|numero\s+di\s+pubblicazione\s+dell[’']\s?avviso\s*:\s*"
            rf"(?P<codice>\d{{1,9}}\s?-\s?(?:19|20)\d\d){_END})",
        ),
    ),
)
_REGISTERED = Anchored(
    ("numero",),
    r"numero\s+di\s+registrazione\s*:\s*(?:IT\s?)?(?P<codice>\d{11})(?!\w)",
)


def find(text: str) -> Iterator[Codice]:
    """Every code that a field of a notice gives in ``text``."""
    for kind, labelled in _LABELLED:
        for match in labelled.finditer(text):
            yield code(text, match.span("codice"), kind, fonte=f"{kind}_avviso", confidenza=0.93)
    for match in _REGISTERED.finditer(text):
        outcome = check_vat_number(match["codice"])
        if outcome.valido:
            yield code(
                text, match.span("codice"), "codice_fiscale",
                fonte="codice_fiscale_avviso", check=outcome, confidenza=0.93,
            )  # fmt: skip
