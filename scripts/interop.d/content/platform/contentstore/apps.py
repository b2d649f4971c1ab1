from django.apps import AppConfig


class ContentstoreConfig(AppConfig):
    name = "contentstore"
    default_auto_field = "django.db.models.AutoField"
