from django.db import migrations, models

from ._links import common, context, downstream, key, link


class Migration(migrations.Migration):
    dependencies = [
        ("oel_publishing", "0002_alter_learningpackage_key_and_more"),
        ("contentstore", "0008_cleanstalecertificateavailabilitydatesconfig"),
    ]
    operations = [
        migrations.CreateModel(
            "LearningContextLinksStatus",
            [
                ("id", models.AutoField(primary_key=True)),
                key("context_key", unique=True),
                ("status", models.CharField(max_length=20)),
                ("created", models.DateTimeField()),
                ("updated", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            "PublishableEntityLink",
            [
                *common(),
                key("upstream_usage_key"),
                context(),
                *downstream(),
                ("upstream_block", link("oel_publishing.publishableentity")),
            ],
        ),
    ]
