"""The evidence that every fact carries: the words it rests on and where they are printed."""

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from models.vocabulary import Flusso, Zona

R = TypeVar("R", bound="Record")


class Record(BaseModel):
    """A frozen row of a table of the store; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """The same row with some fields changed, as pydantic copies it but in half the time.

        Records have no private attributes and no extra fields. A document's are copied ten
        thousand times on their way into the store.
        """
        if deep or not update:
            return super().model_copy(update=update, deep=deep)
        fields = self.__pydantic_fields_set__ | update.keys()
        return _made(type(self), {**self.__dict__, **update}, fields)

    @classmethod
    def of(cls, **values: Any) -> Self:
        """A row with all its fields given, each as it stands in another row: none is validated."""
        return _made(cls, values, set(values))


def _made(row: type[R], values: dict[str, Any], fields: set[str]) -> R:
    made = object.__new__(row)
    set_ = object.__setattr__  # the row is frozen
    set_(made, "__dict__", values)
    set_(made, "__pydantic_fields_set__", fields)
    set_(made, "__pydantic_extra__", None)
    set_(made, "__pydantic_private__", None)
    return made


class Evidenza(Record):
    """A stretch of a document's text, with its place on the pages.

    Offsets are Unicode code points in the document's canonical text (or in its margins, by
    ``flusso``), end excluded, so that ``testo == text[inizio:fine]``. Boxes are
    ``(pagina, x0, y0, x1, y1)`` in PDF points, origin at the top left of the page as shown.
    """

    inizio: int = Field(ge=0, description="Primo carattere delle parole su cui il fatto si fonda")
    fine: int = Field(ge=0, description="Carattere dopo l'ultimo delle stesse parole")
    testo: str = Field(description="Le parole esatte, come stampate")
    flusso: Flusso = Field("testo", description="Testo a cui si riferiscono inizio e fine")
    pagina: int | None = Field(None, description="Pagina del file, da 1")
    riquadri: tuple[tuple[int, float, float, float, float], ...] = Field(
        (), description="Riquadri sulla pagina: [pagina, x0, y0, x1, y1] in punti PDF"
    )
    zona: Zona | None = Field(None, description="Zona dell'atto in cui il fatto sta")
    fonte: str = Field("", description="Regola o modello che ha trovato il fatto")
    confidenza: float = Field(1.0, ge=0, le=1, description="Quanto il fatto è sicuro, da 0 a 1")


class Fatto(Evidenza):
    """One extracted thing with its evidence: a row of a fact table.

    A finder fills the evidence and the kind's own fields; ids, page, boxes and zone are empty
    until the fact is placed in its act. Two facts of a kind and an act with one ``chiave`` are
    one fact found twice.
    """

    id: str = Field("", description="Identificativo, derivato dal contenuto")
    documento_id: str = Field("", description="Documento in cui il fatto è stampato")
    atto_id: str = Field("", description="Atto a cui il fatto appartiene")
    completamenti: tuple[tuple[int, int], ...] = Field(
        (), description="Altri tratti del testo che completano il valore: [inizio, fine]"
    )

    def chiave(self) -> tuple[Any, ...]:
        """What makes this fact the same as another of its kind in the same act."""
        raise NotImplementedError


class Menzione(Evidenza):
    """One occurrence of a fact in the text; the fact itself is the row ``fatto_id``."""

    id: str = Field("", description="Identificativo, derivato dal contenuto")
    documento_id: str = Field("", description="Documento in cui la menzione è stampata")
    atto_id: str = Field("", description="Atto a cui la menzione appartiene")
    tabella: str = Field(description="Tabella del fatto menzionato")
    fatto_id: str = Field(description="Fatto menzionato")
