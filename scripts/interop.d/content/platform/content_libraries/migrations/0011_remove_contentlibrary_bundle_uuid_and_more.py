from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("content_libraries", "0010_contentlibrary_learning_package_and_more")]
    operations = [migrations.RemoveField("contentlibrary", "bundle_uuid")]
