"""Document → acts, their parts and their sheets.

>>> from extractor.structure import find_structure
>>> from models import Document, Page
>>> text = "COMUNE DI ESEMPIO\\nORDINANZA SINDACALE\\nN. 10 DEL 16/03/2026\\nOGGETTO: Scuole."
>>> structure = find_structure(Document("0" * 64, "a.txt", "txt", text, (Page(1, 0, len(text)),)))
>>> structure.atti[0].atto.identificativo
'comune-di-esempio/ordinanza-sindacale/2026/10'
"""

from extractor.structure.build import STRUCTURE_VERSION, find_structure

__all__ = ["STRUCTURE_VERSION", "find_structure"]
