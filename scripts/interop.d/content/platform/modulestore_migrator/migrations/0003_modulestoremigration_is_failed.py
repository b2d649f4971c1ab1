from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("modulestore_migrator", "0002_alter_modulestoremigration_task_status")]
    operations = [
        migrations.AddField("modulestoremigration", "is_failed", models.BooleanField(default=False))
    ]
