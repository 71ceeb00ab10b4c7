"""What a text is. The seam where classification goes: today every text is safe."""

from chat.safety.verdict import Context, Label, Verdict

__all__ = ["Context", "Label", "Verdict", "classify"]


def classify(text: str, context: Context = Context()) -> Verdict:  # noqa: B008  frozen
    """The label of a text. ``text`` is untouched user text of up to MESSAGE_MAX_CHARS."""
    del text, context  # nothing is told apart yet
    return Verdict(label=Label.SAFE)
