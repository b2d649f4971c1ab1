package org.openedx.devdata.service.aspects.entry;

import java.util.List;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;

/** Nested records of a course's outline, from sections to blocks. Constants only. */
final class OutlineKinds {

  private static final FieldType NAME = new FieldType.Text(255);
  private static final FieldType TAGS = new FieldType.ListOf(NAME);
  private static final FieldType ID = new FieldType.Text(255);

  private static final Kind BLOCK =
      new Kind(
          "blocks",
          List.of(),
          "A problem, video or text.",
          List.of(
              Field.of(
                      "type",
                      new FieldType.Choice(List.of("problem", "video", "html")),
                      "What it is.")
                  .asRequired(),
              title("Problem, Video or Html"),
              id(),
              tags()),
          List.of());

  private static final Kind VERTICAL =
      new Kind(
          "verticals",
          List.of("units"),
          "A unit.",
          List.of(
              title("Unit"),
              id(),
              tags(),
              Field.of("blocks", new FieldType.Records(BLOCK), "What is in it, in order.")),
          List.of());

  private static final Kind SEQUENTIAL =
      new Kind(
          "sequentials",
          List.of("subsections"),
          "A subsection.",
          List.of(
              title("Subsection"),
              id(),
              tags(),
              Field.of(
                      "graded",
                      new FieldType.Bool(),
                      "Whether it and all in it count for the grade.")
                  .withDefault("false"),
              Field.of("verticals", new FieldType.Records(VERTICAL), "Its units, in order.")
                  .withAliases("units")),
          List.of());

  static final Kind CHAPTER =
      new Kind(
          "outline",
          List.of(),
          "A section.",
          List.of(
              title("Section"),
              id(),
              tags(),
              Field.of("sequentials", new FieldType.Records(SEQUENTIAL), "Its subsections.")
                  .withAliases("subsections")),
          List.of());

  private OutlineKinds() {}

  private static Field title(String noun) {
    return Field.of("display_name", NAME, "Display name.")
        .withAliases("name")
        .withDefault("`" + noun + " N`");
  }

  private static Field id() {
    return Field.of("id", ID, "What follows `block@` in its usage key.")
        .withDefault("one that follows from course and names");
  }

  /** The field of tags, of a course as of a block. */
  static Field tags() {
    return Field.of("tags", TAGS, "Values of its tags.").withDefault("none");
  }
}
