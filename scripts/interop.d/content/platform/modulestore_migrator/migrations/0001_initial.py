"""The tables with all their columns; the keys to content are made one after the other."""

from django.db import migrations, models

RUN, BLOCK_RUN = "modulestoremigration", "modulestoreblockmigration"
SOURCE, BLOCK_SOURCE = "modulestore_migrator.modulestoresource", "modulestore_migrator.modulestoreblocksource"


def optional(target, **more):
    return models.OneToOneField(target, null=True, on_delete=models.SET_NULL, **more)


def times():
    return [
        ("id", models.AutoField(primary_key=True)),
        ("created", models.DateTimeField()),
        ("modified", models.DateTimeField()),
    ]


def link(target, kind=models.ForeignKey, **more):
    return kind(target, on_delete=models.CASCADE, **more)


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("content_staging", "0006_alter_userclipboard_source_usage_key"),
        ("oel_collections", "0005_alter_collection_options_alter_collection_enabled"),
        ("oel_publishing", "0008_alter_draftchangelogrecord_options_and_more"),
        ("user_tasks", "0004_url_textfield"),
    ]
    operations = [
        migrations.CreateModel(
            "ModulestoreBlockMigration",
            [*times(), ("change_log_record", optional("oel_publishing.draftchangelogrecord"))],
        ),
        migrations.CreateModel(
            "ModulestoreMigration",
            [
                ("id", models.AutoField(primary_key=True)),
                ("source_version", models.CharField(max_length=255, null=True)),
                ("composition_level", models.CharField(max_length=255, default="component")),
                ("repeat_handling_strategy", models.CharField(max_length=24, default="skip")),
                ("preserve_url_slugs", models.BooleanField(default=False)),
                ("change_log", models.ForeignKey("oel_publishing.draftchangelog", null=True, on_delete=models.SET_NULL)),
            ],
        ),
        migrations.CreateModel(
            "ModulestoreSource",
            [
                ("id", models.AutoField(primary_key=True)),
                ("key", models.CharField(max_length=255, unique=True)),
                ("forwarded", optional("modulestore_migrator.modulestoremigration", related_name="forwards")),
            ],
        ),
        migrations.AddField(RUN, "source", link(SOURCE)),
        migrations.AddField(RUN, "staged_content", optional("content_staging.stagedcontent")),
        migrations.AddField(RUN, "target", link("oel_publishing.learningpackage")),
        migrations.AddField(
            RUN,
            "target_collection",
            models.ForeignKey("oel_collections.collection", null=True, on_delete=models.SET_NULL),
        ),
        migrations.AddField(RUN, "task_status", link("user_tasks.usertaskstatus", models.OneToOneField)),
        migrations.CreateModel(
            "ModulestoreBlockSource",
            [
                *times(),
                ("key", models.CharField(max_length=255)),
                ("forwarded", optional("modulestore_migrator.modulestoreblockmigration", related_name="forwards")),
                ("overall_source", link(SOURCE)),
            ],
        ),
        migrations.AddField(BLOCK_RUN, "overall_migration", link("modulestore_migrator.modulestoremigration")),
        migrations.AddField(BLOCK_RUN, "source", link(BLOCK_SOURCE)),
        migrations.AddField(BLOCK_RUN, "target", link("oel_publishing.publishableentity")),
        migrations.AlterUniqueTogether(
            BLOCK_RUN, {("overall_migration", "source"), ("overall_migration", "target")}
        ),
    ]
