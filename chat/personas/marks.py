"""Drawn avatars: a mark of ours, or the name's first letter, on one of a few colours (static/css/tokens.css has them)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Mark(models.TextChoices):
    """Each but the letter is a symbol ``mark-<value>`` of templates/companions/marks.html."""

    LETTER = "letter", _("First letter")
    LANTERN = "lantern", _("Lantern")
    LEAF = "leaf", _("Leaf")
    KETTLE = "kettle", _("Kettle")
    FEATHER = "feather", _("Feather")
    BOOK = "book", _("Book")
    HILLS = "hills", _("Hills")
    MOON = "moon", _("Moon")
    COMPASSES = "compasses", _("Compasses")
    WAVE = "wave", _("Wave")
    STONES = "stones", _("Stones")
    BELL = "bell", _("Bell")


class Colour(models.TextChoices):
    """Each is a token ``--mark-<value>``."""

    CLAY = "clay", _("Clay")
    OCHRE = "ochre", _("Ochre")
    MOSS = "moss", _("Moss")
    SEA = "sea", _("Sea")
    SLATE = "slate", _("Slate")
    NIGHT = "night", _("Night")
    PLUM = "plum", _("Plum")
    UMBER = "umber", _("Umber")
