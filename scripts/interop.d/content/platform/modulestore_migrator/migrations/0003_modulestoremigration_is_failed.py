from django.db import migrations, models


class Migration(migrations.Migration):
    """The state of the app before its link to content became optional."""

    initial = True
    dependencies = [("oel_publishing", "0008_alter_draftchangelogrecord_options_and_more")]
    operations = [
        migrations.CreateModel(
            "ModulestoreBlockMigration",
            [
                ("id", models.AutoField(primary_key=True)),
                (
                    "target",
                    models.ForeignKey("oel_publishing.publishableentity", on_delete=models.CASCADE),
                ),
            ],
        )
    ]
