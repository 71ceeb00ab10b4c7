import django.db.models.deletion
import django.utils.timezone
from django.contrib.auth.management import create_permissions
from django.db import migrations, models

# What was said before there were summaries is summed up where talking goes on.
COUNT = """
UPDATE chat_conversation c SET unsummed = m.position + 1 FROM chat_message m WHERE m.id = c.head_id
"""


def let_operators_look(apps, schema_editor):
    config = apps.get_app_config("chat")  # Django makes permissions after all migrations only
    config.models_module = True
    create_permissions(config, apps=apps, using=schema_editor.connection.alias, verbosity=0)
    config.models_module = None
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    permission = Permission.objects.get(content_type__app_label="chat", codename="view_summary")
    Group.objects.get(name="operator").permissions.add(permission)


class Migration(migrations.Migration):

    dependencies = [
        ('chat', '0007_roles'),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [
        migrations.CreateModel(
            name='Summary',
            fields=[
                ('conversation', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='summary', serialize=False, to='chat.conversation')),
                ('texts', models.JSONField(default=dict, help_text='By the strictest route in it: {"everyday": "...", "adult": "..."}.')),
                ('through_variant', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0, help_text='How often going on failed since it last went well.')),
                ('after', models.DateTimeField(blank=True, help_text='Not to be tried again before then.', null=True)),
                ('error', models.CharField(blank=True, help_text='Why it failed the last time.', max_length=40)),
                ('tokens', models.PositiveIntegerField(default=0, help_text='What the model took for it so far.')),
                ('updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                'verbose_name_plural': 'summaries',
            },
        ),
        migrations.AddField(
            model_name='conversation',
            name='summary_version',
            field=models.PositiveIntegerField(db_default=0, default=0, help_text='Raised with each change of its summary: an older one in Redis counts no more.'),
        ),
        migrations.AddField(
            model_name='conversation',
            name='unsummed',
            field=models.PositiveIntegerField(db_default=0, default=0, help_text='Messages behind those that its summary tells of; counted anew with each piece.'),
        ),
        migrations.AddIndex(
            model_name='conversation',
            index=models.Index(condition=models.Q(('unsummed__gte', 8)), fields=['unsummed'], name='conversation_to_sum_up'),
        ),
        migrations.AddField(
            model_name='summary',
            name='through',
            field=models.ForeignKey(blank=True, help_text='The last message it reaches to.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='chat.message'),
        ),
        migrations.RunSQL(COUNT, migrations.RunSQL.noop),
        migrations.RunPython(let_operators_look, migrations.RunPython.noop),
    ]
