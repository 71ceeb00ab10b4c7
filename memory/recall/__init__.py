"""Finding what bears on a message, by meaning and by words, among one person's episodes and memories."""

from memory.recall.asking import without_names
from memory.recall.recalling import Recalled, recall

__all__ = ["Recalled", "recall", "without_names"]
