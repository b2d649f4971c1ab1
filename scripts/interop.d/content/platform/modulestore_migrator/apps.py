from django.apps import AppConfig


class ModulestoreMigratorConfig(AppConfig):
    name = "modulestore_migrator"
    default_auto_field = "django.db.models.AutoField"
