"""Who writes `cafe` finds `café`, too: words are looked for without their accents.

The server's own dictionary takes them off (a trusted extension: whoever owns the database may add it).
"""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import UnaccentExtension
from django.contrib.postgres.search import SearchVectorField
from django.db import migrations, models

WORDS = """
CREATE TEXT SEARCH CONFIGURATION chat_words (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION chat_words
    ALTER MAPPING FOR word, hword, hword_part, numword, numhword WITH unaccent, simple;
"""
TEMPLATE = (
    "to_tsvector('chat_words'::regconfig, translate(left(%(expressions)s, 100000), '/-_.@:’&=?+', '           '))"
)
NAMES = {"message": "message_words", "variant": "variant_words"}


def index(model):
    condition = models.Q(role="user") if model == "message" else None
    words = models.Func("text", template=TEMPLATE, output_field=SearchVectorField())
    return GinIndex(words, condition=condition, name=NAMES[model])


class Migration(migrations.Migration):
    dependencies = [("chat", "0017_lines_of_a_branch")]

    operations = [
        UnaccentExtension(),
        migrations.RunSQL(WORDS, "DROP TEXT SEARCH CONFIGURATION chat_words"),
        *(migrations.RemoveIndex(model_name=model, name=name) for model, name in NAMES.items()),
        *(migrations.AddIndex(model_name=model, index=index(model)) for model in NAMES),
    ]
