package org.openedx.devdata.service.content.history;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.plan.kind.CommonSettings;
import org.openedx.devdata.service.content.containers.ContainerType;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.ServiceDescriptor;

/**
 * Kinds of records of a content spec. Keys are compared by case here, unlike those of other
 * services, so that no kind names fields of its identity: histories report keys that stand twice.
 * Immutable.
 */
public final class ContentKinds {

  public static final String PACKAGES = "learning_packages";
  public static final String COMPONENTS = "components";
  public static final String COLLECTIONS = "collections";
  public static final String EDITS = "edits";
  public static final String DELETIONS = "deletions";
  public static final String PUBLISHES = "publishes";
  public static final String RESETS = "resets";

  private ContentKinds() {}

  /** The kind of a container type: {@code units}. */
  static String kindOf(ContainerType type) {
    return type.code() + "s";
  }

  public static ServiceDescriptor descriptor() {
    List<Kind> kinds = new ArrayList<>();
    kinds.add(packages());
    kinds.add(EntityKinds.components());
    for (ContainerType type : ContainerType.values()) {
      kinds.add(EntityKinds.containers(type));
    }
    kinds.add(collections());
    kinds.add(ChangeKinds.publishes());
    kinds.add(ChangeKinds.deletions());
    kinds.add(ChangeKinds.resets());
    kinds.add(ChangeKinds.edits());
    return new ServiceDescriptor(
        "content",
        "Authored content: libraries with their history, in the database of Studio.",
        List.of(CommonSettings.COLUMN_DEFAULTS),
        kinds);
  }

  private static Kind packages() {
    return new Kind(
            PACKAGES,
            List.of("packages", "libraries"),
            "Learning packages, such as the content of a library. All other records belong to one; with"
                + " only one in the file they need not name it.",
            List.of(
                Field.of("key", ContentFields.KEY, "Key, for a library `lib:ORG:SLUG`.")
                    .withDefault("that of the archive"),
                Field.of("title", ContentFields.KEY, "Title.")
                    .withDefault("the last part of the key"),
                Field.of("description", ContentFields.LONG, "Description.").withDefault("empty"),
                ContentFields.at("created", "When it was made.").withDefault("now"),
                ContentFields.at("updated", "When title or description were last changed.")
                    .withDefault("created"),
                Field.of(
                    "archive",
                    ContentFields.PATH,
                    "Path of a backup (a zip file) that the content comes from, instead of records."),
                ContentFields.by("restored_by", "Who restores the archive."),
                Field.of(
                        "library",
                        new FieldType.Bool(),
                        "Whether the platform's library is made too, where it has the tables.")
                    .withDefault("true for keys `lib:ORG:SLUG`"),
                Field.of("allow_public_learning", new FieldType.Bool(), "Of the library.")
                    .withDefault("false"),
                Field.of("allow_public_read", new FieldType.Bool(), "Of the library.")
                    .withDefault("false"),
                Field.of("license", new FieldType.Text(25), "Of the library.").withDefault("empty"),
                ContentFields.users("admins", "Users who administer the library."),
                ContentFields.users("authors", "Users who may edit it."),
                ContentFields.users("readers", "Users who may read it.")),
            List.of())
        .withExample(
            """
            learning_packages:
            - key: lib:OpenedX:physics
              title: Physics
              created: now - 30d
            """);
  }

  private static Kind collections() {
    return new Kind(
            COLLECTIONS,
            List.of(),
            "Named sets of components and containers; they have no versions.",
            List.of(
                ContentFields.belongs(),
                Field.of("key", ContentFields.KEY, "Key.")
                    .withAliases("collection_code")
                    .asRequired(),
                Field.of("title", ContentFields.KEY, "Title.").withDefault("the key"),
                Field.of("description", ContentFields.LONG, "Description.").withDefault("empty"),
                Field.of("enabled", new FieldType.Bool(), "False for one that was deleted softly.")
                    .withDefault("true"),
                ContentFields.at("created", "When it was made.")
                    .withDefault("when the package was"),
                ContentFields.at("modified", "When a member came last.").withDefault("created"),
                ContentFields.by("created_by", "Who made it, by user name."),
                Field.of("entities", ContentFields.TEXTS, "Keys of its members.")),
            List.of())
        .withExample(
            """
            collections:
            - key: mechanics
              title: Mechanics
              entities: [problem:p1, unit-1]
            """);
  }
}
