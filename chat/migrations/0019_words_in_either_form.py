"""A letter and its accent may be written as one or as two: looked for in either form, a word is found in both."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import migrations, models

TEMPLATE = (
    "to_tsvector('chat_words'::regconfig, "
    "translate(normalize(left(%(expressions)s, 100000)), '/-_.@:’&=?+', '           '))"
)
NAMES = {"message": "message_words", "variant": "variant_words"}


def index(model):
    condition = models.Q(role="user") if model == "message" else None
    words = models.Func("text", template=TEMPLATE, output_field=SearchVectorField())
    return GinIndex(words, condition=condition, name=NAMES[model])


class Migration(migrations.Migration):
    dependencies = [("chat", "0018_words_without_accents")]

    operations = [
        *(migrations.RemoveIndex(model_name=model, name=name) for model, name in NAMES.items()),
        *(migrations.AddIndex(model_name=model, index=index(model)) for model in NAMES),
    ]
