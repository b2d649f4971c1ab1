from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("contentstore", "0011_enable_markdown_editor_flag_by_default")]
    operations = []
