from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("modulestore_migrator", "0001_initial")]
    operations = [
        migrations.AlterField(
            "modulestoremigration",
            "task_status",
            models.ForeignKey("user_tasks.usertaskstatus", on_delete=models.RESTRICT),
        )
    ]
