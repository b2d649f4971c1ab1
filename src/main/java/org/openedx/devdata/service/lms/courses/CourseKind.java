package org.openedx.devdata.service.lms.courses;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.factory.ColumnFields;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.opaquekeys.KeyForm;
import org.openedx.devdata.plan.kind.ColumnMapping;
import org.openedx.devdata.plan.kind.DescribedKind;
import org.openedx.devdata.plan.kind.Inverse;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.ReferenceRule;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.service.lms.people.JsonTexts;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;

/** {@code courses}: course overviews. */
public final class CourseKind extends DescribedKind {

  private static final String NAME = "courses";
  private static final String TABLE = "course_overviews_courseoverview";
  private static final String KEY = "course_id";

  public CourseKind(TableSet tables) {
    super(
        new Kind(
            NAME,
            List.of("course_overviews"),
            "Course overviews: what the dashboard, enrolments and grades read of a course run. The"
                + " course's content is not in MySQL; import it with Studio.",
            ColumnFields.after(fields(), ColumnFields.of(tables.get(TABLE), Map.of("id", KEY))),
            List.of(KEY)),
        tables,
        TABLE);
  }

  /** The field with which a record that is of one course run names it. */
  public static Field course() {
    return course("The course run, by its key.").asRequired();
  }

  /** The field with which a record may name a course run. */
  public static Field course(String summary) {
    return inCourse(
        Field.of(KEY, new FieldType.CourseKeyText(), summary).withAliases("course_key"));
  }

  /** A field that names a course run, which need not exist, or something in one. */
  public static Field inCourse(Field field) {
    return field.spelledAs(NAME, KEY);
  }

  private static List<Field> fields() {
    return List.of(
        course(),
        Field.of("display_name", new FieldType.Text(255), "Title of the course.")
            .withAliases("name")
            .asNullable()
            .withDefault("`<course key> Course`"),
        Field.of("start", new FieldType.Time(), "Start of the course.")
            .asNullable()
            .withDefault("now"),
        Field.of("end", new FieldType.Time(), "End of the course.")
            .asNullable()
            .withDefault("`now + 30d`"));
  }

  @Override
  public Optional<ReferenceRule.Home> home() {
    return Optional.of(new ReferenceRule.Home(NAME, "course run", table()).column(KEY, "id"));
  }

  /** Kinds whose every record is of a course run, of which there is an overview then. */
  static List<Kind> ofRuns(ServiceSpec spec) {
    return spec.descriptor().kinds().stream()
        .filter(one -> one.indexOf(KEY) >= 0)
        .filter(one -> one.fields().get(one.indexOf(KEY)).required())
        .toList();
  }

  @Override
  public void check(ServiceSpec spec, Problems problems) {
    // Many records are of few courses.
    Map<String, Boolean> libraries = new HashMap<>();
    for (Kind one : ofRuns(spec)) {
      spec.of(one.name()).forEach(record -> refuseLibrary(record, libraries, problems));
    }
    JsonTexts.checkKeys(spec.of(NAME), "_pre_requisite_courses_json", problems);
  }

  /** It would be a row of a course that no page can open. */
  private static void refuseLibrary(
      SpecRecord record, Map<String, Boolean> libraries, Problems problems) {
    record
        .text(KEY)
        .filter(key -> libraries.computeIfAbsent(key, CourseKind::isLibrary))
        .ifPresent(
            key ->
                problems.add(
                    record.positionOf(KEY),
                    "%s is the key of a library, and %s are of courses; name a course run"
                        .formatted(Shown.quoted(key), record.kind().name())));
  }

  private static boolean isLibrary(String key) {
    return CourseKey.parse(key).form() == KeyForm.LEGACY_LIBRARY;
  }

  @Override
  public void advise(ServiceSpec spec, MySqlDatabase database, Problems problems) {
    CatalogAdvice.advise(spec, database, problems);
  }

  @Override
  public Optional<Inverse> inverse() {
    return Optional.of(Inverse.of(kind()).from(table(), "id").link(KEY, table(), "id"));
  }

  @Override
  public RecordFactory factory(ServiceRun run) {
    CourseRows rows = CourseRows.of(run);
    ColumnMapping columns = ColumnMapping.of(kind(), table(), Set.of("id"));
    return (record, batch) -> {
      String courseId = record.requiredText(KEY);
      Row row = batch.declare(table(), record).set("id", courseId);
      columns.copy(record, row, run.now());
      rows.fillOverview(row, courseId);
    };
  }
}
