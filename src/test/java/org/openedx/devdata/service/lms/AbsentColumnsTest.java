package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.jdbc.table.Column;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/**
 * Columns that a database lacks: what a spec says of them is refused, of rows that are there as of
 * new ones, whatever else the record says.
 */
@DatabaseTest
class AbsentColumnsTest {

  private static final LmsService LMS = LmsService.lms();

  /** Columns that records always determine, or that find or hold the row. */
  private static final Set<String> NEEDED =
      Set.of("status", "username", "password", "email", "state");

  /** Columns of the schedule whose names mean the enrolment's. */
  private static final Set<String> OF_ENROLMENTS =
      Set.of("schedules_schedule.created", "schedules_schedule.active");

  private static String spec(String kind, String record) {
    String user = kind.equals("users") ? "" : "users: [{username: i1}]\n";
    return user + kind + ": [{" + record + "}]\n";
  }

  private static String value(FieldType type) {
    if (type instanceof FieldType.Whole || type instanceof FieldType.Bool) {
      return "1";
    }
    if (type instanceof FieldType.Decimal || type instanceof FieldType.Real) {
      return "0.25";
    }
    if (type instanceof FieldType.Choice choice) {
      return choice.values().get(choice.values().size() - 1);
    }
    return type instanceof FieldType.Text ? "x" : "2026-03-29";
  }

  /** Values of columns of which the platform takes a few only. */
  private static final java.util.Map<String, String> PLATFORM_VALUES =
      java.util.Map.of(
          "mode",
          "audit",
          "gender",
          "m",
          "level_of_education",
          "b",
          "country",
          "NG",
          "meta",
          "'{}'",
          "_pre_requisite_courses_json",
          "'[]'");

  /** Columns of a table that a kind's records can set and that can be taken away. */
  private static List<Column> columns(Kind kind, Table table) {
    return table.columns().stream()
        .filter(column -> kind.indexOf(column.name()) >= 0)
        .filter(column -> !table.naturalKey().contains(column.name()))
        .filter(column -> !kind.identity().contains(column.name()))
        .filter(column -> !NEEDED.contains(column.name()))
        .filter(column -> !OF_ENROLMENTS.contains(table + "." + column.name()))
        .filter(column -> field(kind, column).forbidden().isEmpty())
        .toList();
  }

  private static Field field(Kind kind, Column column) {
    return kind.fields().get(kind.indexOf(column.name()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          users           | username: i1                             | auth_user
          users           | username: i1                             | auth_userprofile
          courses         | course_id: a/b/c                         | course_overviews_courseoverview
          course_modes    | course_id: a/b/c, mode: honor            | course_modes_coursemode
          enrollments     | username: i1, course_id: a/b/c           | student_courseenrollment
          enrollments     | username: i1, course_id: a/b/c           | schedules_schedule
          verifications   | username: i1                             | verify_student_softwaresecurephotoverification
          verifications   | username: i1, type: manual               | verify_student_manualverification
          verifications   | username: i1, type: sso                  | verify_student_ssoverification
          student_modules | username: i1, block: i4x://a/b/problem/p, course_id: a/b/c | courseware_studentmodule
          """)
  void whatASpecSaysOfAColumnThatIsNotThereIsRefused(
      String name, String record, String tableName, TestDatabase database) throws SQLException {
    TableSet tables = LMS.tables();
    Table table = tables.get(tableName);
    Kind kind =
        LMS.descriptor().kinds().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow();
    SpecLab lab = new SpecLab(database, LMS).withTables();
    lab.load(spec(name, record));
    List<Column> columns = columns(kind, table);
    database.run(
        columns.stream()
            .map(column -> "DROP COLUMN `" + column.name() + "`")
            .collect(Collectors.joining(", ", "ALTER TABLE " + table + " ", "")));

    assertThat(columns).isNotEmpty();
    assertThat(lab.load(spec(name, record))).isEmpty();
    for (Column column : columns) {
      String more =
          ", "
              + column.name()
              + ": "
              + PLATFORM_VALUES.getOrDefault(column.name(), value(field(kind, column).type()));
      for (String which : List.of(record, record.replace("i1", "i2").replace("a/b/c", "a/b/d"))) {
        String text =
            spec(name, which + more)
                .replace("[{username: i1}]", "[{username: i1}, {username: i2}]");
        assertThatThrownBy(() -> lab.plan(text))
            .as(text)
            .isInstanceOf(RowProblem.class)
            .hasMessageStartingWith("spec.yaml:")
            .hasMessageContaining(
                "column " + table + "." + column.name() + " does not exist in this database");
      }
    }
  }

  @Test
  void aColumnThatIsTheOnlyDifferenceIsNotForgotten(TestDatabase database) throws SQLException {
    SpecLab lab = new SpecLab(database, LMS).withTables();
    lab.load("users: [{username: i1}]");
    database.run("ALTER TABLE auth_userprofile DROP phone_number");

    assertThatThrownBy(() -> lab.load("users: [{username: i1, phone_number: '1'}]"))
        .isInstanceOf(RowProblem.class)
        .hasMessage(
            "spec.yaml:1:9: column auth_userprofile.phone_number does not exist in this database,"
                + " or this user may not see it; its release may differ");
  }
}
