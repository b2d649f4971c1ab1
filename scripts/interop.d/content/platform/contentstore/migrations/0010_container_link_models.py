from django.db import migrations

from ._links import common, context, downstream, key, link


class Migration(migrations.Migration):
    dependencies = [
        ("oel_components", "0003_remove_componentversioncontent_learner_downloadable"),
        ("oel_publishing", "0003_containers"),
        ("contentstore", "0009_learningcontextlinksstatus_publishableentitylink"),
    ]
    operations = [
        migrations.RenameModel("PublishableEntityLink", "ComponentLink"),
        migrations.AlterField("componentlink", "upstream_block", link("oel_components.component")),
        migrations.CreateModel(
            "ContainerLink",
            [
                *common(),
                context(),
                *downstream(),
                key("upstream_container_key"),
                ("upstream_container", link("oel_publishing.container")),
            ],
        ),
    ]
