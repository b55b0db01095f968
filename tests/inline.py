"""A pool that works in this process: the rows do not depend on where a file is read."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from extractor.isolation import Bounds


class Inline:
    """Does what it is given at once; ``sends`` as a pool on other machines does."""

    slots = 2

    def __init__(self, bounds: Bounds, *, sends: bool = False) -> None:
        self.sends = sends

    def __enter__(self) -> "Inline":
        return self

    def __exit__(self, *exc: object) -> None:
        pass

    def schedule(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(function(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def sending(bounds: Bounds) -> Inline:
    return Inline(bounds, sends=True)
