package org.openedx.devdata.service.lms.courses;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openedx.devdata.factory.ColumnFields;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.kind.ColumnMapping;
import org.openedx.devdata.plan.kind.DescribedKind;
import org.openedx.devdata.plan.kind.Inverse;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;

/** {@code course_modes}: the tracks of a course run, and its overview where there is none. */
public final class ModeKind extends DescribedKind {

  /** The type of a mode's slug. */
  public static final FieldType.Text SLUG = new FieldType.Text(100);

  private static final String NAME = "course_modes";
  private static final String TABLE = "course_modes_coursemode";

  public ModeKind(TableSet tables) {
    super(
        new Kind(
                NAME,
                List.of("modes"),
                "Tracks that a course run offers.",
                ColumnFields.after(fields(), ColumnFields.of(tables.get(TABLE), Map.of())),
                List.of("course_id", "mode", "currency"))
            .withIdentityDefaults(Map.of("currency", ModeKind::currency)),
        tables,
        TABLE);
  }

  private static List<Field> fields() {
    return List.of(
        CourseKind.course(),
        Field.of("mode", SLUG, "Slug of the mode, such as `verified`.")
            .withAliases("mode_slug", "slug")
            .asRequired(),
        Field.of("mode_display_name", new FieldType.Text(255), "What learners read.")
            .withAliases("display_name")
            .withDefault("`<slug> course`"),
        Field.of("min_price", new FieldType.Whole(0, Integer.MAX_VALUE), "Price in whole units.")
            .withAliases("price")
            .withDefault("0; 1 to 100 for a verified mode"),
        Field.of("currency", new FieldType.Text(8), "ISO code; stored in lower case.")
            .withDefault("usd"));
  }

  @Override
  public void check(ServiceSpec spec, Problems problems) {
    spec.of(NAME).forEach(mode -> check(mode, problems));
  }

  private static void check(SpecRecord mode, Problems problems) {
    Optional<CourseMode> known = mode.text("mode").flatMap(CourseMode::of);
    mode.text("mode")
        .filter(slug -> known.isEmpty())
        .flatMap(slug -> DidYouMean.among(slug, CourseMode.slugs()))
        .ifPresent(
            near ->
                problems.warn(
                    mode.positionOf("mode"),
                    "mode %s is not one that the platform knows, so it treats it as any other; did you mean %s?"
                        .formatted(Shown.quoted(mode.requiredText("mode")), Shown.quoted(near))));
    long price = mode.whole("min_price").orElse(1L);
    if (price < 1 && known.filter(CourseMode::needsPrice).isPresent()) {
      problems.add(
          mode.positionOf("min_price"),
          "the platform wants a price of at least 1 for the mode '"
              + mode.requiredText("mode")
              + "'");
    }
    if (mode.time("expiration_datetime").isPresent()
        && known.filter(CourseMode::refusesDeadline).isPresent()) {
      problems.add(
          mode.positionOf("expiration_datetime"),
          "the mode '" + mode.requiredText("mode") + "' has no upgrade deadline; leave it out");
    }
  }

  /** Slugs of the modes that the platform knows or the spec declares. */
  public static Set<String> slugs(ServiceSpec spec) {
    Set<String> slugs = new TreeSet<>(CourseMode.slugs());
    spec.of(NAME).forEach(mode -> mode.text("mode").ifPresent(slugs::add));
    return slugs;
  }

  /** The platform's own save writes it in lower case. */
  private static String currency(SpecRecord record) {
    return record.text("currency").orElse("usd").toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<Inverse> inverse() {
    return Optional.of(Inverse.of(kind()).from(table()).later("expiration_datetime_is_explicit"));
  }

  @Override
  public RecordFactory factory(ServiceRun run) {
    CourseRows rows = CourseRows.of(run);
    ColumnMapping columns = ColumnMapping.of(kind(), table(), Set.of("currency"));
    return (record, batch) -> {
      String courseId = record.requiredText("course_id");
      rows.implyOverview(record, courseId, batch);
      Row row = batch.declare(table(), record);
      columns.copy(record, row, run.now());
      // The platform's own save does both.
      row.set("currency", currency(record));
      if (record.time("expiration_datetime").isPresent()) {
        row.fill("expiration_datetime_is_explicit", true);
      }
      rows.fillMode(row, courseId, record.requiredText("mode"));
    };
  }
}
