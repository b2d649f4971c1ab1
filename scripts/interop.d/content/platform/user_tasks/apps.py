from django.apps import AppConfig


class UserTasksConfig(AppConfig):
    name = "user_tasks"
    default_auto_field = "django.db.models.AutoField"
