"""Whether gold annotations have the shape that scoring needs: they are written by hand."""

from decimal import InvalidOperation

from extractor.evaluation.gold import Gold, GoldDocument, GoldError
from extractor.evaluation.keys import RULES, keyed


def check_shape(document: GoldDocument) -> None:
    """Raises GoldError where a gold file lacks something, naming the file, the list and why."""
    gold = document.gold
    if not isinstance(gold, dict) or not isinstance(gold.get("atti"), list):
        raise GoldError(f"{document.nome}.json: manca la lista «atti».")
    for act in (gold, *gold["atti"]):
        if not isinstance(act, dict):
            raise GoldError(f"{document.nome}.json: un atto non è un oggetto JSON.")
        if act is not gold and not {"tipo", "numero"} <= act.keys():
            raise GoldError(f"{document.nome}.json: un atto è senza «tipo» o «numero».")
        _check_facts(document.nome, act)


def _check_facts(nome: str, act: Gold) -> None:
    for rule in RULES:
        try:
            keyed(act.get(rule.lista, []), rule)
        except KeyError as error:
            raise GoldError(
                f"{nome}.json: un elemento di «{rule.lista}» è senza {error}."
            ) from error
        except (TypeError, ValueError, AttributeError, InvalidOperation) as error:
            raise GoldError(f"{nome}.json: lista «{rule.lista}» malformata ({error}).") from error
    for row in act.get("elenchi", []):
        if not {"titolo", "righe_totali"} <= set(row):
            raise GoldError(f"{nome}.json: un elenco è senza «titolo» o «righe_totali».")
