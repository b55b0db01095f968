"""Clauses around an office that tell what its holder does in the act, whatever the office is."""

import regex

STANDS_FOR = regex.compile(
    r"[^;\n]{0,120}?(?<!\w)(?:interv(?:iene|enut[oa])|agisce|agente|agire|stipula)\s+"
    r"(?:(?:al\s+presente\s+atto|nel\s+presente\s+atto|esclusivamente|non\s+in\s+proprio,?\s+ma)\s+)?"
    r"(?:in\s+nome(?!\s+proprio)|in\s+rappresentanza|per\s+conto|(?:in|nella\s+sua)\s+qualità\s+di\s+"
    r"(?:legale\s+)?rappresentante)",
    regex.I,
)
"""``l'arch. Rossi, Dirigente del Settore, il quale interviene in rappresentanza del Comune``."""
ACCOUNTS_OPINION = regex.compile(
    r"(?:regolarità\s+contabile|copertura\s+finanziaria)(?!\s+e\s)[^.;\n]{0,60}?\s"
    r"(?:resa|res[oi]|espress[oa]|rilasciat[oa]|attestat[oa]|appost[oa]|formulat[oa])[^.;\n]{0,25}?\s"
    r"(?:d(?:al|alla|a)\s+|dall['’]\s?)$",
    regex.I,
)
"""``di regolarità contabile resa dal Direttore della S.C. Bilancio``: before an office."""
PROPOSING_UNIT = regex.compile(
    r"(?<!\w)(?:servizio|settore|struttura|area|ufficio|unità|direzione|u\.?o\.?c?\.?)"
    r"\s+proponente\s*:[^\n:]{0,90}$",
    regex.I,
)
"""``Servizio proponente: Foreste – Responsabile``: the unit before the office of its head."""
PUBLISHES = regex.compile(
    r"(?:^|\n)\W{0,4}(?:certificat[oa]|relata|referto|attestat[oa]|attestazione)\s+(?:di\s+)?"
    r"(?:avvenuta\s+)?pubblicazione(?=[^\w])[^\n]{0,60}\n[^\n]{0,400}(?:\n[^\n]{0,120}){0,3}$",
    regex.I,
)
"""The heading of a certificate of publication, a few lines above who signs it."""
PANEL_LIST = regex.compile(
    r"(?:commission|nucleo|comitato|collegio|seggio)[^.;\n]{0,90}\s(?:compost|costituit|format)[oa]"
    r"[^.;:\n]{0,60}:\W{0,6}$",
    regex.I,
)
"""``la Commissione, così composta:``: before the first of its members."""
