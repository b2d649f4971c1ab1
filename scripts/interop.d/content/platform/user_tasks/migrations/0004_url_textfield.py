from django.db import migrations, models


class Migration(migrations.Migration):
    """As much of the app as others point to."""

    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel("UserTaskStatus", [("id", models.AutoField(primary_key=True))])
    ]
