from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("content_libraries", "0011_remove_contentlibrary_bundle_uuid_and_more"),
        ("openedx_content", "0002_rename_tables_to_openedx_content"),
    ]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    "contentlibrary",
                    "learning_package",
                    models.OneToOneField(
                        "openedx_content.learningpackage",
                        default=None,
                        null=True,
                        on_delete=models.RESTRICT,
                    ),
                )
            ]
        )
    ]
