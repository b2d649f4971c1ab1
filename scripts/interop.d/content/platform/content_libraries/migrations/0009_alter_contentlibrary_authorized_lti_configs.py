from django.db import migrations, models


class Migration(migrations.Migration):
    """The state of the app before its first link to content."""

    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            "ContentLibrary",
            [
                ("id", models.AutoField(primary_key=True)),
                ("slug", models.CharField(max_length=50)),
                ("bundle_uuid", models.UUIDField(unique=True)),
            ],
        )
    ]
