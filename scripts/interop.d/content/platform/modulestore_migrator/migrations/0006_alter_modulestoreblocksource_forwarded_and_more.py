from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        (
            "modulestore_migrator",
            "0004_alter_modulestoreblockmigration_target_squashed_0005_modulestoreblockmigration_unsupported_reason",
        )
    ]
    operations = [
        migrations.AlterField(
            "modulestoreblocksource", "key", models.CharField(max_length=255, unique=True)
        )
    ]
