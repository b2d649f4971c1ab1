from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("contentstore", "0010_container_link_models")]
    operations = []
