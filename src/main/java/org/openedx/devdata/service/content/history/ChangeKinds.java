package org.openedx.devdata.service.content.history;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;

/** Kinds of records of a content spec for publishes, deletions, resets and edits. Immutable. */
final class ChangeKinds {

  private ChangeKinds() {}

  static Kind publishes() {
    List<Field> fields = new ArrayList<>(step("publishes"));
    fields.add(Field.of("message", ContentFields.KEY, "What for.").withDefault("empty"));
    fields.add(
        Field.of("entities", ContentFields.TEXTS, "Keys of what is published.")
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
            ContentKinds.PUBLISHES,
            List.of(),
            "Publishes: drafts become what learners see.",
            fields,
            List.of())
        .withExample(
            """
            publishes:
            - at: now - 10d
              message: First weeks
              entities: [section-1]
            """);
  }

  static Kind deletions() {
    List<Field> fields = new ArrayList<>(step("deletes"));
    fields.add(ContentFields.entity());
    fields.add(ContentFields.bulk());
    return new Kind(
            ContentKinds.DELETIONS,
            List.of(),
            "Soft deletions of drafts; learners see them once they are published.",
            fields,
            List.of())
        .withExample(
            """
            deletions:
            - at: now - 5d
              entity: section-1
            """);
  }

  static Kind resets() {
    return new Kind(
        ContentKinds.RESETS,
        List.of(),
        "Resets of all drafts of a package to what is published.",
        step("resets"),
        List.of());
  }

  static Kind edits() {
    List<Field> fields = new ArrayList<>(step("edits"));
    fields.add(ContentFields.entity());
    fields.add(ContentFields.bulk());
    fields.add(ContentFields.number());
    fields.add(
        Field.of("title", ContentFields.KEY, "Title.").withDefault("that of the version before"));
    fields.addAll(EntityKinds.componentChanges());
    fields.addAll(
        EntityKinds.containerChanges(
            "Keys of all children of a container, in place of the earlier ones."));
    fields.add(
        Field.of(
            "draft",
            ContentFields.NUMBER,
            "Makes no version, but takes the draft to this one that is there: undoes an edit or a"
                + " deletion."));
    return new Kind(
            ContentKinds.EDITS,
            List.of(),
            "Edits: each makes the next version of a component or container.",
            fields,
            List.of())
        .withExample(
            """
            edits:
            - at: now - 3d
              entity: problem:p1
              title: Free fall on Mars
              files:
              - path: static/figure.svg
                text: <svg/>
                in_database: true
              drop_files: [static/hint.txt]
            """);
  }

  private static List<Field> step(String what) {
    return List.of(
        ContentFields.belongs(),
        ContentFields.at("at", "When.").withDefault("after all that has a time"),
        ContentFields.by("by", "Who " + what + ", by user name."));
  }
}
