"""Citations of other acts: found, normalised, completed within the act.

>>> from models import Context
>>> for cited in complete(find("Vista la DGR n. XII / 514 del 26/06/2023; la DGR 514", Context()),
...                       Context()):
...     print(cited.tipo, cited.numero, cited.data, "|", cited.testo)
dgr XII/514 2023-06-26 | DGR n. XII / 514 del 26/06/2023
dgr XII/514 2023-06-26 | DGR 514
"""

from extractor.facts.references.completion import complete
from extractor.facts.references.finding import find

__all__ = ["complete", "find"]
