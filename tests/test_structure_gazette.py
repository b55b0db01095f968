"""Acts as the Gazzetta Ufficiale prints them: its issue, the ministry, the number in brackets.

Composed after its layout; names and numbers are invented.
"""

from tests.structures import Kind, each_kind, read_header

DECREE_OF_A_MINISTER = Kind(
    """Gazzetta n. 149 del 27 giugno 2024
MINISTERO DELL'ISTRUZIONE
DECRETO 13 maggio 2024
Ripartizione delle risorse del Fondo per le biblioteche. (Decreto n. 728).
IL MINISTRO DELL'ISTRUZIONE
Visto il decreto-legge 9 gennaio 2020, n. 1;
Decreta:
Art. 1
1. Le risorse sono ripartite.
Roma, 13 maggio 2024
Il Ministro: Verdi""",
    {
        "tipo": "dm",
        "numero": "728",
        "data": "2024-05-13",
        "ente": "Ministero dell'Istruzione",
        "organo": "Ministro dell'Istruzione",
        "identificativo": "ministero-dell-istruzione/dm/2024/728",
    },
    "frontespizio preambolo dispositivo firma",
)

DECREE_OF_A_MANAGER = Kind(
    """Gazzetta n. 150 del 28 giugno 2024
MINISTERO DELL'ISTRUZIONE
DECRETO 14 maggio 2024
Approvazione dell'elenco delle biblioteche.
IL DIRETTORE GENERALE
Visto il decreto del Ministro 3 aprile 2023, n. 12;
Decreta:
1. L'elenco è approvato.""",
    {"tipo": "decreto", "numero": None, "data": "2024-05-14"},
    "frontespizio preambolo dispositivo",
)


@each_kind(globals())
def test_header(kind: Kind) -> None:
    assert read_header(kind) == kind.header
