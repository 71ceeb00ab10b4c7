"""Making a model's text storable: NUL and lone surrogates, which neither PostgreSQL nor UTF-8 can hold, become U+FFFD."""


class TextCleaner:
    """Cleans text piece by piece; a surrogate pair that a server tore in two is put together again."""

    def __init__(self) -> None:
        self._held = ""

    def clean(self, piece: str) -> str:
        if self._held:
            piece, self._held = self._held + piece, ""
        if "\x00" in piece:
            piece = piece.replace("\x00", "\ufffd")
        try:
            piece.encode()
        except UnicodeEncodeError:
            if "\ud800" <= piece[-1] <= "\udbff":
                piece, self._held = piece[:-1], piece[-1]
            piece = piece.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return piece

    def rest(self) -> str:
        """What is left at the end of the text."""
        held, self._held = self._held, ""
        return "\ufffd" if held else ""
