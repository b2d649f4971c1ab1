from django.db import migrations


class Migration(migrations.Migration):
    """The state of the app before its first link to content; its other tables play no part."""

    initial = True
    dependencies = []
    operations = []
