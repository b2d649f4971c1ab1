package org.openedx.devdata.service.content;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.plan.CommonSettings;
import org.openedx.devdata.service.content.components.ComponentKey;
import org.openedx.devdata.service.content.containers.ContainerType;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.ServiceDescriptor;

/**
 * What a content spec may say. Keys are compared by case here, unlike those of other services, so
 * that no kind names fields of its identity: histories tell keys that stand twice. Immutable.
 */
final class ContentKinds {

  static final String PACKAGES = "learning_packages";
  static final String COMPONENTS = "components";
  static final String COLLECTIONS = "collections";
  static final String EDITS = "edits";
  static final String DELETIONS = "deletions";
  static final String PUBLISHES = "publishes";
  static final String RESETS = "resets";

  private static final FieldType.Text KEY = new FieldType.Text(500);
  private static final FieldType.Text LONG = new FieldType.Text(10_000);
  private static final FieldType.Text USER = new FieldType.Text(150);
  private static final FieldType.Text PATH = new FieldType.Text(4_000);
  private static final FieldType NUMBER = new FieldType.Whole(1, Integer.MAX_VALUE);
  private static final FieldType TEXTS = new FieldType.ListOf(KEY);
  private static final FieldType USERS = new FieldType.ListOf(USER);

  private ContentKinds() {}

  /** The kind of a container type: {@code units}. */
  static String kindOf(ContainerType type) {
    return type.code() + "s";
  }

  static ServiceDescriptor descriptor() {
    List<Kind> kinds = new ArrayList<>();
    kinds.add(packages());
    kinds.add(components());
    for (ContainerType type : ContainerType.values()) {
      kinds.add(containers(type));
    }
    kinds.add(collections());
    kinds.add(publishes());
    kinds.add(deletions());
    kinds.add(resets());
    kinds.add(edits());
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
            Field.of("key", KEY, "Key, for a library `lib:ORG:SLUG`.")
                .withDefault("that of the archive"),
            Field.of("title", KEY, "Title.").withDefault("the last part of the key"),
            Field.of("description", LONG, "Description.").withDefault("empty"),
            at("created", "When it was made.").withDefault("now"),
            at("updated", "When title or description were last changed.").withDefault("created"),
            Field.of(
                "archive",
                PATH,
                "Path of a backup (a zip file) that the content comes from, instead of records."),
            by("restored_by", "Who restores the archive."),
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
            Field.of("admins", USERS, "Users who administer the library."),
            Field.of("authors", USERS, "Users who may edit it."),
            Field.of("readers", USERS, "Users who may read it.")),
        List.of());
  }

  private static Field at(String name, String summary) {
    return Field.of(name, new FieldType.Time(), summary);
  }

  private static Field by(String name, String summary) {
    return Field.of(name, USER, summary);
  }

  private static Field belongs() {
    return Field.of("package", KEY, "The learning package, by its key.")
        .withDefault("the only one of the file");
  }

  private static Field number() {
    return Field.of(
            "version_num", NUMBER, "Number of the version; numbers rise with time, gaps are fine.")
        .withDefault("the next one");
  }

  private static Field bulk() {
    return Field.of(
        "bulk",
        KEY,
        "Name of a bulk change: draft changes of one name are one log, at the time of the first.");
  }

  private static Kind files() {
    return new Kind(
        "files",
        List.of(),
        "Files of a component. Each has one of `from`, `text` and `base64`.",
        List.of(
            Field.of("path", KEY, "Path in the component, such as `static/figure.png`.")
                .asRequired(),
            Field.of("from", PATH, "Path of the file, from the folder of the spec."),
            Field.of("text", new FieldType.Text(50_000_000), "Its text."),
            Field.of("base64", new FieldType.Text(70_000_000), "Its bytes in base64."),
            Field.of("media_type", new FieldType.Text(383), "Its media type.")
                .withDefault("by the ending of the path"),
            Field.of(
                    "in_database",
                    new FieldType.Bool(),
                    "Whether its text stands in the database, and not below the media folder.")
                .withDefault("false")),
        List.of("path"));
  }

  private static List<Field> componentContent() {
    return List.of(
        Field.of("olx", new FieldType.Text(50_000), "OLX of the block."),
        Field.of("olx_file", PATH, "Path of a file with it, from the folder of the spec."),
        Field.of("files", new FieldType.Records(files()), "Files of the component."));
  }

  private static List<Field> componentChanges() {
    List<Field> fields = new ArrayList<>(componentContent());
    fields.add(
        Field.of(
            "drop_files", TEXTS, "Paths of files that the version before had and this one not."));
    fields.add(
        Field.of(
                "ignore_previous",
                new FieldType.Bool(),
                "Whether all files that are not named are dropped.")
            .withDefault("false: they stay"));
    return fields;
  }

  private static List<Field> containerChanges(String summary) {
    return List.of(
        Field.of("children", TEXTS, summary),
        Field.of(
            "append_children", TEXTS, "Children that come behind those of the version before."),
        Field.of("remove_children", TEXTS, "Entities that are taken out."));
  }

  private static List<Field> versionFields() {
    return List.of(
        number(),
        Field.of("title", KEY, "Title.").withDefault("that of the version before"),
        at("at", "When it was made.").withAliases("created").withDefault("as the one before"),
        by("by", "Who made it, by user name.")
            .withAliases("created_by")
            .withDefault("who made the entity"),
        bulk());
  }

  private static Kind components() {
    List<Field> version = new ArrayList<>(versionFields());
    version.addAll(componentChanges());
    List<Field> fields =
        new ArrayList<>(
            List.of(
                belongs(),
                Field.of("type", new FieldType.Text(100), "Block type, such as `problem`.")
                    .asRequired(),
                Field.of("key", KEY, "Its own part of the key; the whole is `xblock.v1:TYPE:KEY`.")
                    .withAliases("local_key", "component_code")
                    .asRequired(),
                Field.of("namespace", new FieldType.Text(100), "First part of the key.")
                    .withDefault(ComponentKey.XBLOCK)));
    fields.addAll(entityFields());
    fields.addAll(componentContent());
    fields.add(versions("component_versions", version));
    return new Kind(
        COMPONENTS,
        List.of(),
        "Components with their versions. `title`, `olx` and `files` are those of the first one;"
            + " without any of them and without `versions` it is an empty block.",
        fields,
        List.of());
  }

  private static List<Field> entityFields() {
    return List.of(
        Field.of("can_stand_alone", new FieldType.Bool(), "Whether it was made on its own.")
            .withDefault("true"),
        at("created", "When it was made.").withDefault("when the package was"),
        by("created_by", "Who made it, by user name.").withAliases("by"),
        Field.of("title", KEY, "Title of the first version.").withDefault("the key"),
        number(),
        bulk());
  }

  private static Field versions(String name, List<Field> fields) {
    Kind kind = new Kind(name, List.of(), "Versions in the order of time.", fields, List.of());
    return Field.of("versions", new FieldType.Records(kind), "Further versions, in order.");
  }

  private static Kind containers(ContainerType type) {
    String children =
        "Keys of the "
            + type.child()
            + "s in it, in order; `KEY@2` holds one at version 2."
            + (type == ContainerType.UNIT ? " `TYPE:KEY` is short for `xblock.v1:TYPE:KEY`." : "");
    List<Field> version = new ArrayList<>(versionFields());
    version.addAll(containerChanges(children));
    List<Field> fields =
        new ArrayList<>(
            List.of(belongs(), Field.of("key", KEY, "Key, such as `unit1-b7eafb`.").asRequired()));
    fields.addAll(entityFields());
    fields.add(Field.of("children", TEXTS, children).withDefault("none"));
    fields.add(versions(type.code() + "_versions", version));
    return new Kind(
        kindOf(type),
        List.of(),
        "Containers of the type `" + type.code() + "` with their versions.",
        fields,
        List.of());
  }

  private static Kind collections() {
    return new Kind(
        COLLECTIONS,
        List.of(),
        "Named sets of components and containers; they have no versions.",
        List.of(
            belongs(),
            Field.of("key", KEY, "Key.").withAliases("collection_code").asRequired(),
            Field.of("title", KEY, "Title.").withDefault("the key"),
            Field.of("description", LONG, "Description.").withDefault("empty"),
            Field.of("enabled", new FieldType.Bool(), "False for one that was deleted softly.")
                .withDefault("true"),
            at("created", "When it was made.").withDefault("when the package was"),
            at("modified", "When a member came last.").withDefault("created"),
            by("created_by", "Who made it, by user name."),
            Field.of("entities", TEXTS, "Keys of its members.")),
        List.of());
  }

  private static List<Field> step(String what) {
    return List.of(
        belongs(),
        at("at", "When.").withDefault("after all that has a time"),
        by("by", "Who " + what + ", by user name."));
  }

  private static Field entity() {
    return Field.of("entity", KEY, "Key of the component or container.").asRequired();
  }

  private static Kind publishes() {
    List<Field> fields = new ArrayList<>(step("publishes"));
    fields.add(Field.of("message", KEY, "What for.").withDefault("empty"));
    fields.add(
        Field.of("entities", TEXTS, "Keys of what is published.")
            .withDefault("everything with unpublished changes"));
    fields.add(
        Field.of(
                "with_dependencies",
                new FieldType.Bool(),
                "Whether what they show is published along.")
            .withDefault("true"));
    fields.add(
        Field.of(
                "with_deletions",
                new FieldType.Bool(),
                "Whether `entities` may name deleted ones, whose deletion is then published.")
            .withDefault("false"));
    return new Kind(
        PUBLISHES, List.of(), "Publishes: drafts become what learners see.", fields, List.of());
  }

  private static Kind deletions() {
    List<Field> fields = new ArrayList<>(step("deletes"));
    fields.add(entity());
    fields.add(bulk());
    return new Kind(
        DELETIONS,
        List.of(),
        "Soft deletions of drafts; learners see them once they are published.",
        fields,
        List.of());
  }

  private static Kind resets() {
    return new Kind(
        RESETS,
        List.of(),
        "Resets of all drafts of a package to what is published.",
        step("resets"),
        List.of());
  }

  private static Kind edits() {
    List<Field> fields = new ArrayList<>(step("edits"));
    fields.add(entity());
    fields.add(bulk());
    fields.add(number());
    fields.add(Field.of("title", KEY, "Title.").withDefault("that of the version before"));
    fields.addAll(componentChanges());
    fields.addAll(containerChanges("Keys of a container's children, all anew."));
    fields.add(
        Field.of(
            "draft",
            NUMBER,
            "Makes no version, but takes the draft to this one that is there: undoes an edit or a"
                + " deletion."));
    return new Kind(
        EDITS,
        List.of(),
        "Edits: each makes the next version of a component or container.",
        fields,
        List.of());
  }
}
