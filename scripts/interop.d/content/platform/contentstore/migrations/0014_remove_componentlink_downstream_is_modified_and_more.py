from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("contentstore", "0013_componentlink_downstream_is_modified_and_more")]
    operations = []
