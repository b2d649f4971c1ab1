from django.apps import AppConfig


class ContentLibrariesConfig(AppConfig):
    name = "content_libraries"
    default_auto_field = "django.db.models.AutoField"
