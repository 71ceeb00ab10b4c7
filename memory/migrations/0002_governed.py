import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


# What was learned before had one column for whom and what.
SLOTS = """
UPDATE memory_memory SET
    slot = CASE kind WHEN 'pet' THEN 'name' WHEN 'name' THEN 'name' WHEN 'place' THEN subject
           ELSE CASE WHEN subject LIKE 'favourite %' THEN left(subject, 40) ELSE 'liking' END END,
    subject = CASE WHEN kind IN ('name', 'place') OR subject LIKE 'favourite %' THEN 'you' ELSE subject END
"""


class Migration(migrations.Migration):

    dependencies = [
        ('companion', '0002_preferences'),
        ('memory', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='MemoryChoices',
            fields=[
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('paused', models.BooleanField(default=False, help_text='Nothing new becomes an episode or a memory.')),
                ('ask_first', models.BooleanField(default=False, help_text='New memories wait for a yes.')),
                ('adult_recall', models.BooleanField(default=False, help_text='What is said on the adult route is remembered there.')),
            ],
        ),
        migrations.CreateModel(
            name='PausedConversation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('conversation_id', models.UUIDField(unique=True)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='memory',
            name='one_active_memory_a_subject',
        ),
        migrations.AddField(
            model_name='episode',
            name='erased_at',
            field=models.DateTimeField(blank=True, help_text='Its text was forgotten; the empty row holds what else was learned from it.', null=True),
        ),
        migrations.AddField(
            model_name='episode',
            name='learn_after',
            field=models.DateTimeField(blank=True, help_text='Not to be read again before then.', null=True),
        ),
        migrations.AddField(
            model_name='episode',
            name='learn_attempts',
            field=models.PositiveSmallIntegerField(default=0, help_text='How often reading it failed.'),
        ),
        migrations.AddField(
            model_name='episode',
            name='learn_error',
            field=models.CharField(blank=True, help_text='Why reading it failed the last time.', max_length=40),
        ),
        migrations.AddField(
            model_name='memory',
            name='confidence',
            field=models.FloatField(default=1.0, help_text='From 0 to 1; each further source raises it.'),
        ),
        migrations.AddField(
            model_name='memory',
            name='importance',
            field=models.FloatField(default=0.5, help_text='From 0 to 1.'),
        ),
        migrations.AddField(
            model_name='memory',
            name='last_used_at',
            field=models.DateTimeField(blank=True, help_text='When it was last put before a model.', null=True),
        ),
        migrations.AddField(
            model_name='memory',
            name='origin',
            field=models.CharField(choices=[('rules', 'read by rules'), ('model', 'read by the model'), ('owner', 'written by you')], default='rules', max_length=6),
        ),
        migrations.AddField(
            model_name='memory',
            name='pinned',
            field=models.BooleanField(default=False, help_text='Never fades.'),
        ),
        migrations.AddField(
            model_name='memory',
            name='route',
            field=models.CharField(default='everyday', help_text='The strictest route among its sources: there alone it is recalled.', max_length=12),
        ),
        migrations.AddField(
            model_name='memory',
            name='slot',
            field=models.CharField(blank=True, help_text='What can only be one at a time (home, name); empty: any number side by side.', max_length=40),
        ),
        migrations.AlterField(
            model_name='memory',
            name='kind',
            field=models.CharField(choices=[('name', 'who you are'), ('person', 'people'), ('pet', 'pets'), ('place', 'places'), ('work', 'work and study'), ('like', 'likes'), ('dislike', 'dislikes'), ('habit', 'habits'), ('plan', 'plans'), ('event', 'events'), ('feeling', 'feelings'), ('health', 'health'), ('intimacy', 'love and intimacy'), ('belief', 'beliefs'), ('confidence', 'what others confided'), ('other', 'other')], max_length=12),
        ),
        migrations.AlterField(
            model_name='memory',
            name='persona_id',
            field=models.UUIDField(blank=True, help_text='Empty: shared by all companions of its person.', null=True),
        ),
        migrations.AlterField(
            model_name='memory',
            name='status',
            field=models.CharField(choices=[('proposed', 'waits for you'), ('active', 'known'), ('superseded', 'replaced'), ('rejected', 'not to be known')], default='active', max_length=10),
        ),
        migrations.AlterField(
            model_name='memory',
            name='subject',
            field=models.CharField(default='you', help_text='Whom or what it is about.', max_length=120),
        ),
        migrations.AlterField(
            model_name='memory',
            name='supersedes',
            field=models.ForeignKey(blank=True, help_text='What it replaced.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='superseded_by', to='memory.memory'),
        ),
        migrations.AlterField(
            model_name='memory',
            name='valid_from',
            field=models.DateTimeField(help_text='Since when it is true, as far as it was said.'),
        ),
        migrations.AlterField(
            model_name='memory',
            name='valid_to',
            field=models.DateTimeField(blank=True, help_text='Until when it was true.', null=True),
        ),
        migrations.RunSQL(SLOTS, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name='memory',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'active'), models.Q(('slot', ''), _negated=True)), fields=('user', 'persona_id', 'subject', 'slot'), name='one_active_memory_a_slot', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='memory',
            constraint=models.CheckConstraint(condition=models.Q(('valid_to', None), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='memory_ends_after_it_begins'),
        ),
        migrations.AddField(
            model_name='pausedconversation',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
    ]
