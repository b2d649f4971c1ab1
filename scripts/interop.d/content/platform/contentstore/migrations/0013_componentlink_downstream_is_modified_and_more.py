from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("contentstore", "0012_componentlink_top_level_parent_and_more")]
    operations = []
