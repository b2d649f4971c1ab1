from django.apps import AppConfig


class ContentStagingConfig(AppConfig):
    name = "content_staging"
    default_auto_field = "django.db.models.AutoField"
