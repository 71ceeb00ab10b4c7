"""Moderators and operators: two groups, and what each may see and do."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

APPS = ["admin", "auth", "contenttypes", "companion", "sessions_ext", "memory", "chat"]
MODERATOR = {
    "chat": ["view_flag", "decide_flag", "reveal_flag", "view_decision", "view_reveal", "view_supportcount"],
    "sessions_ext": ["view_ageverification", "change_ageverification", "view_agestanding", "change_agestanding"],
}
OPERATOR = {
    "chat": [*MODERATOR["chat"], "delay_reveal", "view_persona", "view_conversation"],
    "sessions_ext": MODERATOR["sessions_ext"],
    "companion": ["view_user", "change_user"],
    "memory": ["view_episode", "view_memory"],
    "admin": ["view_logentry"],
}


def make_groups(apps, schema_editor):
    for name in APPS:  # Django makes them after all migrations only
        config = apps.get_app_config(name)
        config.models_module = True
        create_permissions(config, apps=apps, using=schema_editor.connection.alias, verbosity=0)
        config.models_module = None
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    for role, wanted in (("moderator", MODERATOR), ("operator", OPERATOR)):
        group, _ = Group.objects.get_or_create(name=role)
        for app, codenames in wanted.items():
            found = Permission.objects.filter(content_type__app_label=app, codename__in=codenames)
            assert found.count() == len(codenames), (role, app)
            group.permissions.add(*found)


class Migration(migrations.Migration):

    dependencies = [
        ('chat', '0006_moderation'),
        ('sessions_ext', '0002_decided_closings'),
        ('companion', '0002_preferences'),
        ('memory', '0001_initial'),
        ('admin', '0003_logentry_add_action_flag_choices'),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
