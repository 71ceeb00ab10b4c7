"""A letter and its accent may be written as one or as two: looked for in either form, a word is found in both.

The indexes are built beside those that are there, while people talk; searches of the version before have theirs until the end.
"""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.contrib.postgres.search import SearchVectorField
from django.db import migrations, models

TEMPLATE = (
    "to_tsvector('chat_words'::regconfig, "
    "translate(normalize(left(%(expressions)s, 100000)), '/-_.@:’&=?+', '           '))"
)
MODELS = ("message", "variant")


def index(model):
    condition = models.Q(role="user") if model == "message" else None
    words = models.Func("text", template=TEMPLATE, output_field=SearchVectorField())
    return GinIndex(words, condition=condition, name=f"{model}_composed_words")


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("chat", "0018_words_without_accents")]

    operations = [
        *(AddIndexConcurrently(model_name=model, index=index(model)) for model in MODELS),
        *(RemoveIndexConcurrently(model_name=model, name=f"{model}_words") for model in MODELS),
        migrations.AlterField(
            model_name="conversation",
            name="branch",
            field=models.PositiveIntegerField(
                default=0,
                db_default=0,
                help_text="Raised whenever another branch became the active one, or a message was deleted.",
            ),
        ),
    ]
