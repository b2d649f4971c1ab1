from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("modulestore_migrator", "0006_alter_modulestoreblocksource_forwarded_and_more"),
        ("openedx_content", "0002_rename_tables_to_openedx_content"),
    ]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    "modulestoreblockmigration",
                    "target",
                    models.ForeignKey(
                        "openedx_content.publishableentity", null=True, on_delete=models.CASCADE
                    ),
                )
            ]
        )
    ]
