import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

from memory.importance import importance
from memory.questions import is_only_questions

BATCH = 1000

# Recall reads every row of an owner: vectors and words stay in the row itself, long texts move out of it first.
INLINE = """
ALTER TABLE memory_episode ALTER vector SET STORAGE MAIN, ALTER words SET STORAGE MAIN;
ALTER TABLE memory_memory ALTER vector SET STORAGE MAIN, ALTER words SET STORAGE MAIN;
"""

# An embedder's name has its dimension.
NAMES = """
UPDATE memory_episode SET embedder = embedder || '/384' WHERE embedder <> '';
UPDATE memory_memory SET embedder = embedder || '/384' WHERE embedder <> '';
"""


def weigh(apps, schema_editor):
    """What was said before this column stood in the table."""
    episodes = apps.get_model("memory", "Episode").objects.using(schema_editor.connection.alias).order_by("pk")
    last = None
    while batch := list((episodes.filter(pk__gt=last) if last else episodes).only("pk", "text", "context")[:BATCH]):
        for episode in batch:
            episode.importance = importance(episode.text, context=episode.context)
            episode.is_question = is_only_questions(episode.text)
        episodes.bulk_update(batch, ["importance", "is_question"])
        last = batch[-1].pk


def _stems(expression, label):
    template = f"setweight(to_tsvector('english'::regconfig, %(expressions)s), '{label}')"
    return models.Func(expression, template=template, output_field=django.contrib.postgres.search.SearchVectorField())


def _words(expression):
    return models.GeneratedField(
        expression=expression, output_field=django.contrib.postgres.search.SearchVectorField(), db_persist=True
    )


class Migration(migrations.Migration):

    dependencies = [
        ('memory', '0002_governed'),
    ]

    operations = [
        migrations.AddField(
            model_name='episode',
            name='author',
            field=models.CharField(blank=True, help_text='Who said it, in a talk of several that was brought along; empty: its person.', max_length=80),
        ),
        migrations.AddField(
            model_name='episode',
            name='importance',
            field=models.FloatField(default=1.0, help_text='In the order of what is recalled: around 1.'),
        ),
        migrations.AddField(
            model_name='episode',
            name='embedded_at',
            field=models.DateTimeField(blank=True, help_text='When its vector was finished, with what was said before; empty until then.', null=True),
        ),
        migrations.AddField(
            model_name='episode',
            name='is_question',
            field=models.BooleanField(default=False, help_text='It only asks, so it tells nothing to recall.'),
        ),
        migrations.AlterField(
            model_name='episode',
            name='user',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.RunPython(weigh, migrations.RunPython.noop),
        migrations.RunSQL(NAMES, migrations.RunSQL.noop),
        migrations.RemoveField(model_name='episode', name='words'),
        migrations.RemoveField(model_name='memory', name='words'),
        migrations.AddField(
            model_name='episode',
            name='words',
            field=_words(django.db.models.expressions.CombinedExpression(
                _stems(models.F('text'), 'A'), '||', _stems(django.db.models.functions.text.Right('context', 300), 'B')
            )),
        ),
        migrations.AddField(
            model_name='memory',
            name='words',
            field=_words(_stems(django.db.models.functions.text.Concat('text', models.Value(' '), 'cue'), 'A')),
        ),
        migrations.AddIndex(
            model_name='episode',
            index=models.Index(condition=models.Q(('embedded_at', None)), fields=['said_at'], name='episode_to_embed'),
        ),
        migrations.RunSQL(INLINE, migrations.RunSQL.noop),
    ]
