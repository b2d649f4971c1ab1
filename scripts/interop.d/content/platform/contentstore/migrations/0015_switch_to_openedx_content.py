from django.db import migrations

from ._links import link


class Migration(migrations.Migration):
    dependencies = [
        ("contentstore", "0014_remove_componentlink_downstream_is_modified_and_more"),
        ("openedx_content", "0002_rename_tables_to_openedx_content"),
    ]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    "componentlink", "upstream_block", link("openedx_content.component")
                ),
                migrations.AlterField(
                    "containerlink", "upstream_container", link("openedx_content.container")
                ),
            ]
        )
    ]
