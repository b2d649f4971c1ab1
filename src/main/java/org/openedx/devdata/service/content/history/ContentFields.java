package org.openedx.devdata.service.content.history;

import java.util.List;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;

/** Fields that several kinds of a content spec have. Immutable. */
final class ContentFields {

  static final FieldType.Text KEY = new FieldType.Text(500);
  static final FieldType.Text LONG = new FieldType.Text(10_000);
  static final FieldType.Text PATH = new FieldType.Text(4_000);
  static final FieldType NUMBER = new FieldType.Whole(1, Integer.MAX_VALUE);
  static final FieldType TEXTS = new FieldType.ListOf(KEY);

  private static final FieldType.Text USER = new FieldType.Text(150);

  private ContentFields() {}

  static Field at(String name, String summary) {
    return Field.of(name, new FieldType.Time(), summary);
  }

  static Field by(String name, String summary) {
    return Field.of(name, USER, summary).naming("users", "username");
  }

  static Field users(String name, String summary) {
    return Field.of(name, new FieldType.ListOf(USER), summary).naming("users", "username");
  }

  static Field belongs() {
    return Field.of("package", KEY, "The learning package, by its key.")
        .withDefault("the only one of the file");
  }

  static Field entity() {
    return Field.of("entity", KEY, "Key of the component or container.").asRequired();
  }

  static Field number() {
    return Field.of(
            "version_num", NUMBER, "Number of the version; numbers rise with time, gaps are fine.")
        .withDefault("the next one");
  }

  static Field bulk() {
    return Field.of(
        "bulk",
        KEY,
        "Name of a bulk change: draft changes of one name are one log, at the time of the first.");
  }

  static List<Field> entityFields() {
    return List.of(
        Field.of("can_stand_alone", new FieldType.Bool(), "Whether it was made on its own.")
            .withDefault("true"),
        at("created", "When it was made.").withDefault("when the package was"),
        by("created_by", "Who made it, by user name.").withAliases("by"),
        Field.of("title", KEY, "Title of the first version.").withDefault("the key"),
        number(),
        bulk());
  }

  static List<Field> versionFields() {
    return List.of(
        number(),
        Field.of("title", KEY, "Title.").withDefault("that of the version before"),
        at("at", "When it was made.").withAliases("created").withDefault("as the one before"),
        by("by", "Who made it, by user name.")
            .withAliases("created_by")
            .withDefault("who made the entity"),
        bulk());
  }

  static Field versions(String name, List<Field> fields) {
    Kind kind = new Kind(name, List.of(), "Versions in the order of time.", fields, List.of());
    return Field.of("versions", new FieldType.Records(kind), "Further versions, in order.");
  }
}
