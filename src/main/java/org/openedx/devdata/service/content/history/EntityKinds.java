package org.openedx.devdata.service.content.history;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.service.content.components.ComponentKey;
import org.openedx.devdata.service.content.containers.ContainerType;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;

/** Kinds of records of a content spec for entities that have versions. Immutable. */
final class EntityKinds {

  private EntityKinds() {}

  static Kind components() {
    List<Field> version = new ArrayList<>(ContentFields.versionFields());
    version.addAll(componentChanges());
    List<Field> fields =
        new ArrayList<>(
            List.of(
                ContentFields.belongs(),
                Field.of("type", new FieldType.Text(100), "Block type, such as `problem`.")
                    .asRequired(),
                Field.of(
                        "key",
                        ContentFields.KEY,
                        "Its own part of the key; the whole is `xblock.v1:TYPE:KEY`.")
                    .withAliases("local_key", "component_code")
                    .asRequired(),
                Field.of("namespace", new FieldType.Text(100), "First part of the key.")
                    .withDefault(ComponentKey.XBLOCK)));
    fields.addAll(ContentFields.entityFields());
    fields.addAll(componentContent());
    fields.add(ContentFields.versions("component_versions", version));
    return new Kind(
            ContentKinds.COMPONENTS,
            List.of(),
            "Components with their versions. `title`, `olx` and `files` are those of the first one;"
                + " without any of them and without `versions` it is an empty block.",
            fields,
            List.of())
        .withExample(
            """
            components:
            - type: problem
              key: p1
              title: Free fall
              olx: <problem/>
              files:
              - path: static/hint.txt
                text: Neglect the air.
                in_database: true
              versions:
              - at: now - 20d
                title: Free fall on the Moon
            """);
  }

  static Kind containers(ContainerType type) {
    String children =
        "Keys of the "
            + type.child()
            + "s in it, in order; `KEY@2` holds one at version 2."
            + (type == ContainerType.UNIT ? " `TYPE:KEY` is short for `xblock.v1:TYPE:KEY`." : "");
    List<Field> version = new ArrayList<>(ContentFields.versionFields());
    version.addAll(containerChanges(children));
    List<Field> fields =
        new ArrayList<>(
            List.of(
                ContentFields.belongs(),
                Field.of("key", ContentFields.KEY, "Key, such as `unit1-b7eafb`.").asRequired()));
    fields.addAll(ContentFields.entityFields());
    fields.add(Field.of("children", ContentFields.TEXTS, children).withDefault("none"));
    fields.add(ContentFields.versions(type.code() + "_versions", version));
    return new Kind(
            ContentKinds.kindOf(type),
            List.of(),
            "Containers of the type `" + type.code() + "` with their versions.",
            fields,
            List.of())
        .withExample(
            """
            %1$ss:
            - key: %1$s-1
              children: [%2$s]
              versions:
              - at: now - 20d
                title: Falling bodies
            """
                .formatted(
                    type.code(), type == ContainerType.UNIT ? "problem:p1" : type.child() + "-1"));
  }

  /** Fields of a component that an edit may change. */
  static List<Field> componentChanges() {
    List<Field> fields = new ArrayList<>(componentContent());
    fields.add(
        Field.of(
            "drop_files",
            ContentFields.TEXTS,
            "Paths of files that the version before had and this one not."));
    fields.add(
        Field.of(
                "ignore_previous",
                new FieldType.Bool(),
                "Whether all files that are not named are dropped.")
            .withDefault("false: they stay"));
    return fields;
  }

  /**
   * Fields of a container that a version or an edit may change.
   *
   * @param summary of the children
   */
  static List<Field> containerChanges(String summary) {
    return List.of(
        Field.of("children", ContentFields.TEXTS, summary),
        Field.of(
            "append_children",
            ContentFields.TEXTS,
            "Children that come behind those of the version before."),
        Field.of(
            "remove_children",
            ContentFields.TEXTS,
            "Children that are taken out, each as it is held: `KEY`, or `KEY@2` at version 2."));
  }

  private static List<Field> componentContent() {
    return List.of(
        Field.of("olx", new FieldType.Text(50_000), "OLX of the block."),
        Field.of(
            "olx_file", ContentFields.PATH, "Path of a file with it, from the folder of the spec."),
        Field.of("files", new FieldType.Records(files()), "Files of the component."));
  }

  private static Kind files() {
    return new Kind(
        "files",
        List.of(),
        "Files of a component. Each has one of `from`, `text` and `base64`.",
        List.of(
            Field.of(
                    "path",
                    ContentFields.KEY,
                    "Path in the component, such as `static/figure.png`.")
                .asRequired(),
            Field.of("from", ContentFields.PATH, "Path of the file, from the folder of the spec."),
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
}
