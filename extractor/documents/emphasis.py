"""Light markup in plain texts: what transcribers and converters leave between the words.

Transcriptions of acts mark bold with ``**``, italic with ``*``, headings with ``#``, and some put
HTML elements into the cells of tables. The words are the act's, the marks are not: ``marked``
turns every mark into a control character (so that a typesetter can still set it), ``unmarked``
drops them.

>>> unmarked(marked("n. 4579**D.d.s. OPR**IL DIRIGENTE, cui al **d.lgs. 33/2013**"))
'n. 4579\\nD.d.s. OPR\\nIL DIRIGENTE, cui al d.lgs. 33/2013'
>>> unmarked(marked("voce 200137* e (*) restano"))
'voce 200137* e (*) restano'
"""

import html
import re

BOLD_ON, BOLD_OFF, ITALIC_ON, ITALIC_OFF = "\x01", "\x02", "\x03", "\x04"
MARKS = BOLD_ON + BOLD_OFF + ITALIC_ON + ITALIC_OFF

# Inside a pair of marks: anything but a star, an empty line or the end of a cell, bounded.
_INSIDE = r"(?:[^*\n\t]|\n(?![ \t]*\n)){1,3000}?"
_BOLD = re.compile(r"\*\*(?=[^\s*])(" + _INSIDE + r")\*\*")
# A single star is a mark only around words: `200137*` and `(*)` are printed stars.
_ITALIC = re.compile(r"(?<![\w*])\*(?=[\w«“‘\"'(\x01])(" + _INSIDE + r")(?<=\S)\*(?![\w*])")
_HEADING = re.compile(r"^#{1,6}[ \t]+(?=\S)", re.MULTILINE)

# Glued between two words a mark stands for a line break: `n. 4579**D.d.s. …**IL DIRIGENTE`.
_GLUED_ON = re.compile(rf"(?<=[\w.;:)»”])(?={BOLD_ON}[\w«“])")
_GLUED_OFF = re.compile(rf"(?<={BOLD_OFF})(?=[\w«“])")

_BLOCK = "p|div|ul|ol|li|table|thead|tbody|tr|td|th|pre|br|h[1-6]"
_INLINE = "i|b|u|em|strong|span|sup|sub|a"
_ELEMENT = re.compile(rf"</?(?:{_BLOCK}|{_INLINE})(?:\s[^<>]{{0,200}})?/?>", re.IGNORECASE)
_CLOSED_BLOCK = re.compile(rf"</(?:{_BLOCK})>", re.IGNORECASE)
_BLOCK_ELEMENT = re.compile(rf"</?(?:{_BLOCK})(?:\s[^<>]{{0,200}})?/?>", re.IGNORECASE)
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,500})>")


def marked(text: str) -> str:
    """``text`` with every mark of emphasis as a control character, and HTML elements dropped."""
    if _CLOSED_BLOCK.search(text):
        text = html.unescape(_ELEMENT.sub("", _BLOCK_ELEMENT.sub(" ", text)))
    text = _ADDRESS.sub(r"\1", text)
    text = _HEADING.sub("", text)
    if "*" in text:
        text = _BOLD.sub(rf"{BOLD_ON}\1{BOLD_OFF}", text)
        text = _ITALIC.sub(rf"{ITALIC_ON}\1{ITALIC_OFF}", text)
        text = _GLUED_OFF.sub("\n", _GLUED_ON.sub("\n", text))
    return text


def unmarked(text: str) -> str:
    """``text`` without the control characters that stand for marks."""
    return text.translate(dict.fromkeys(map(ord, MARKS)))
