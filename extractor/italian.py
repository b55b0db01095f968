"""Click's own words in Italian: usage, options, what is wrong with an argument.

Click asks the standard ``gettext`` for each of its messages. The language of Spoglio is not that
of the machine, so they are given here rather than in a compiled catalogue chosen by ``LANG``.
"""

from importlib import import_module
from typing import Any

MESSAGES = {
    "Usage:": "Uso:",
    "Options": "Opzioni",
    "Commands": "Comandi",
    "Error: {message}": "Errore: {message}",
    "Aborted!": "Interrotto.",
    "Show the version and exit.": "Mostra la versione ed esce.",
    "Show this message and exit.": "Mostra questo aiuto ed esce.",
    "%(prog)s, version %(version)s": "%(prog)s, versione %(version)s",
    "Try '{command} {option}' for help.": "Per l'aiuto: {command} {option}",
    "default: {default}": "predefinito: {default}",
    "required": "obbligatoria",
    "{name} {filename!r} does not exist.": "{filename!r} non c'è.",
    "{name} {filename!r} is a file.": "{filename!r} è un file: serve una cartella.",
    "{name} {filename!r} is a directory.": "{filename!r} è una cartella: serve un file.",
    "{name} {filename!r} is not readable.": "{filename!r} non si può leggere: controllare i "
    "permessi.",
    "Invalid value: {message}": "Valore non valido: {message}",
    "Invalid value for {param_hint}: {message}": "Valore non valido per {param_hint}: {message}",
    "{value!r} is not a valid {number_type}.": "{value!r} non è un numero.",
    "{value} is not in the range {range}.": "{value} è fuori dai limiti: {range}.",
    "{value!r} is not one of {choices}.": "{value!r} non è tra {choices}.",
    "{value!r} is not {choice}.": "{value!r} non è {choice}.",
    "Missing argument": "Manca l'argomento",
    "Missing option": "Manca l'opzione",
    "Missing command.": "Manca il comando.",
    "Choose from:\n\t{choices}": "Scegliere tra:\n\t{choices}",
    "No such option {name!r}.": "L'opzione {name!r} non c'è.",
    "No such command {name!r}.": "Il comando {name!r} non c'è.",
    "Did you mean {possibility}?": "Forse {possibility}?",
    "(Did you mean one of: {possibilities}?)": "(Forse: {possibilities}?)",
    "Option {name!r} requires an argument.": "L'opzione {name!r} vuole un valore.",
    "Option {name!r} does not take a value.": "L'opzione {name!r} non vuole valori.",
    "Got unexpected extra argument ({args})": "Argomento di troppo: {args}",
    "Got unexpected extra arguments ({args})": "Argomenti di troppo: {args}",
}
"""Click's messages that Spoglio can show."""


def speak_italian() -> None:
    """Have click show its messages in Italian; one without a translation stays English."""
    for name in ("core", "decorators", "exceptions", "formatting", "parser", "types"):
        module = import_module(f"click.{name}")
        vars(module).update(_=_translated, ngettext=_translated_number)
    types: Any = import_module("click.types")
    for kind in (types.IntRange, types.FloatRange):
        kind._describe_range = _range


def _range(self: Any) -> str:
    """What click writes as ``1<=x<=9``."""
    if self.max is None:
        return f"almeno {self.min:g}"
    return f"da {self.min or 0:g} a {self.max:g}"


def _translated(message: str) -> str:
    return MESSAGES.get(message, message)


def _translated_number(one: str, many: str, count: int) -> str:
    return _translated(one if count == 1 else many)
