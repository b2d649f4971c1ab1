from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("oel_publishing", "0001_initial"),
        ("content_libraries", "0009_alter_contentlibrary_authorized_lti_configs"),
    ]
    operations = [
        migrations.AddField(
            "contentlibrary",
            "learning_package",
            models.OneToOneField(
                "oel_publishing.learningpackage", default=None, null=True, on_delete=models.RESTRICT
            ),
        ),
        migrations.AlterField(
            "contentlibrary", "bundle_uuid", models.UUIDField(default=None, null=True, unique=True)
        ),
    ]
