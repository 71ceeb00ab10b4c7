"""A line that tells of a change stands before one message, not at a place that every branch has."""

import django.db.models.deletion
from django.db import migrations, models

# What is seen there now; where nothing is, there is nothing to stand before.
FIND = """
UPDATE chat_change SET message_id = m.id FROM chat_message m
WHERE m.conversation_id = chat_change.conversation_id AND m.position = chat_change.position AND m.is_active
"""


class Migration(migrations.Migration):
    dependencies = [("chat", "0016_imports")]

    operations = [
        migrations.AddField(
            model_name="change",
            name="message",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, to="chat.message"),
        ),
        migrations.RunSQL(FIND, migrations.RunSQL.noop),
        migrations.RunSQL("DELETE FROM chat_change WHERE message_id IS NULL", migrations.RunSQL.noop),
        # What a statement changed waits for its checks; no column changes before they are done.
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="change",
            name="message",
            field=models.ForeignKey(
                help_text="It stands before this one, on its branch.",
                on_delete=django.db.models.deletion.CASCADE,
                related_name="changes",
                to="chat.message",
            ),
        ),
        migrations.RemoveIndex(model_name="change", name="change_place"),
        migrations.RemoveField(model_name="change", name="conversation"),
        migrations.RemoveField(model_name="change", name="position"),
    ]
