"""Regular expressions that are compiled when they are first tried: there are hundreds, and most commands need none of them."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Pattern:
    """Like what ``re.compile`` gives."""

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def ready(self) -> re.Pattern[str]:
        return re.compile(self.source)

    # Kept on the object, so that only the first use pays.
    @cached_property
    def search(self) -> Callable[[str], re.Match[str] | None]:
        return self.ready.search

    @cached_property
    def finditer(self) -> Callable[[str], Iterator[re.Match[str]]]:
        return self.ready.finditer

    def sub(self, replacement: str, text: str) -> str:
        return self.ready.sub(replacement, text)
