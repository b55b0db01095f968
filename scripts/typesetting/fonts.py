"""Fonts for typesetting: the faces, and the mark-up of a paragraph with glyphs that exist.

The faces come from the package `pymupdf-fonts` (data only, Open Font License): FiraGO for the
text, Cascadia Mono for the few symbols that FiraGO lacks (■ ▪ ✓).
"""

import io
from functools import cache
from xml.sax.saxutils import escape

import pymupdf_fonts
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from extractor.documents.emphasis import BOLD_OFF, BOLD_ON, ITALIC_OFF, ITALIC_ON

TEXT = "FiraGO"
SYMBOLS = "Cascadia"
_FACES = {
    TEXT: "figo",
    f"{TEXT}-Bold": "figbo",
    f"{TEXT}-Italic": "figit",
    f"{TEXT}-BoldItalic": "figbi",
    SYMBOLS: "cascadia",
}
_TAGS = {BOLD_ON: "b", BOLD_OFF: "/b", ITALIC_ON: "i", ITALIC_OFF: "/i"}


@cache
def register() -> dict[str, frozenset[int]]:
    """Register the faces with reportlab; the characters that each of them can print."""
    printable = {}
    for name, key in _FACES.items():
        face = TTFont(name, io.BytesIO(pymupdf_fonts.myfont(key)))
        pdfmetrics.registerFont(face)
        printable[name] = frozenset(face.face.charToGlyph)
    for bold in (0, 1):
        for italic in (0, 1):
            style = ("Bold" if bold else "") + ("Italic" if italic else "")
            addMapping(TEXT, bold, italic, f"{TEXT}-{style}" if style else TEXT)
            addMapping(SYMBOLS, bold, italic, SYMBOLS)
    return printable


class Markup:
    """Turns marked text into reportlab's paragraph mark-up, emphasis open across blocks too."""

    def __init__(self) -> None:
        printable = register()
        self._text = printable[TEXT]
        self._symbols = printable[SYMBOLS]
        self._open: list[str] = []

    def __call__(self, text: str) -> str:
        """The mark-up of one paragraph: tags balanced, characters escaped."""
        out = [f"<{tag}>" for tag in self._open]
        for char in text:
            tag = _TAGS.get(char)
            if tag is None:
                out.append(self._glyph(char))
            elif not tag.startswith("/"):
                self._open.append(tag)
                out.append(f"<{tag}>")
            elif tag[1:] in self._open:
                out.extend(self._close(tag[1:]))
        out.extend(f"</{tag}>" for tag in reversed(self._open))
        return "".join(out)

    def _close(self, tag: str) -> list[str]:
        """Close ``tag``, and what was opened after it, which is opened again."""
        at = len(self._open) - 1 - self._open[::-1].index(tag)
        after = self._open[at + 1 :]
        tags = [f"</{name}>" for name in [*reversed(after), tag]]
        del self._open[at]
        return tags + [f"<{name}>" for name in after]

    def _glyph(self, char: str) -> str:
        if char.isspace() or ord(char) in self._text:
            return escape(char)
        if ord(char) in self._symbols:
            return f'<font name="{SYMBOLS}">{escape(char)}</font>'
        raise ValueError(f"no face prints {char!r} (U+{ord(char):04X})")
