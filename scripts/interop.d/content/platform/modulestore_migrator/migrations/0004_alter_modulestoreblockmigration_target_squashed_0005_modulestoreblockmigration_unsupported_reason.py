from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("modulestore_migrator", "0004_alter_modulestoreblockmigration_target"),
        ("modulestore_migrator", "0005_modulestoreblockmigration_unsupported_reason"),
    ]
    dependencies = [
        ("modulestore_migrator", "0003_modulestoremigration_is_failed"),
        ("oel_publishing", "0008_alter_draftchangelogrecord_options_and_more"),
    ]
    operations = [
        migrations.AlterField(
            "modulestoreblockmigration",
            "target",
            models.ForeignKey(
                "oel_publishing.publishableentity", null=True, on_delete=models.CASCADE
            ),
        ),
        migrations.AddField(
            "modulestoreblockmigration", "unsupported_reason", models.TextField(null=True)
        ),
    ]
