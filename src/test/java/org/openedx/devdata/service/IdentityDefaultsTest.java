package org.openedx.devdata.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/**
 * Key fields that a record may leave out: the record that gives what the database gets otherwise is
 * the same one.
 */
@DatabaseTest
class IdentityDefaultsTest {

  private static final LmsService LMS = LmsService.lms();
  private static final String COURSE = "course-v1:a+b+c";
  private static final String USER = "users: [{username: v0}]\n";

  private static Stream<Kind> kinds() {
    return LMS.descriptor().kinds().stream().filter(kind -> !optional(kind).isEmpty());
  }

  private static List<Field> optional(Kind kind) {
    return kind.identity().stream()
        .map(name -> kind.fields().get(kind.indexOf(name)))
        .filter(field -> !field.required())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatTheDatabaseGetsIsTheSameAsNothing(Kind kind, TestDatabase database) throws SQLException {
    SpecLab lab = new SpecLab(database, LMS).withTables();
    int found = 0;
    for (List<Field> given : subsets(optional(kind))) {
      String spec = USER + kind.name() + ":\n" + record(kind, given);
      if (!messages(spec).isEmpty()) {
        continue; // No record of this kind leaves out all of these.
      }
      List<String> made = lab.load(spec);
      for (Field left : optional(kind)) {
        String table = tableWith(left.name(), made);
        if (!given.contains(left) && table != null) {
          // No spec can give an empty course: it is left out only.
          String stored = database.value("SELECT `%s` FROM %s".formatted(left.name(), table));
          List<String> other = List.of(left.name() + ": '" + stored + "'");
          String both = spec + record(kind, given, other);
          assertThat(messages(both))
              .as(both)
              .containsPattern("is the same to the data|already|'' is not a valid course key");
          found++;
        }
      }
      lab.reset(spec);
    }
    assertThat(found).isPositive();
  }

  private static List<List<Field>> subsets(List<Field> fields) {
    List<List<Field>> subsets = new ArrayList<>();
    for (int bits = 0; bits < 1 << fields.size(); bits++) {
      List<Field> subset = new ArrayList<>();
      for (int i = 0; i < fields.size(); i++) {
        if ((bits & 1 << i) != 0) {
          subset.add(fields.get(i));
        }
      }
      subsets.add(subset);
    }
    return subsets;
  }

  private static String tableWith(String column, List<String> made) {
    for (String change : made) {
      String table = change.split(" ", 3)[1];
      boolean has = LMS.tables().get(table).has(column);
      if (change.startsWith("create ") && has && !table.startsWith("course_overviews")) {
        return table;
      }
    }
    return null;
  }

  private static String record(Kind kind, List<Field> given) {
    return record(kind, given, List.of());
  }

  private static String record(Kind kind, List<Field> given, List<String> more) {
    Stream<String> fields =
        kind.fields().stream()
            .filter(field -> field.required() || given.contains(field))
            .map(field -> field.name() + ": " + value(field));
    return Stream.concat(fields, more.stream()).collect(Collectors.joining(", ", "- {", "}\n"));
  }

  private static String value(Field field) {
    if (field.type() instanceof FieldType.CourseKeyText) {
      return COURSE;
    }
    if (field.type() instanceof FieldType.UsageKeyText) {
      return field.example().isEmpty()
          ? "block-v1:a+b+c+type@course+block@course"
          : field.example().replace("OpenedX+DemoX+DemoCourse", "a+b+c");
    }
    if (field.type() instanceof FieldType.Time) {
      return "2026-03-01";
    }
    return switch (field.name()) {
      case "org" -> "a";
      case "role" -> "gardener";
      case "currency" -> "eur";
      case "mode" -> "honor";
      case "state" -> "{}";
      case "position" -> "1";
      default -> "v0";
    };
  }

  private static String messages(String spec) {
    try {
      SpecLab.read(LMS, spec);
      return "";
    } catch (SpecException e) {
      return e.getMessage();
    }
  }
}
