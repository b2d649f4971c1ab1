package org.openedx.devdata.keep.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Exports of generated rows, and of rows that no spec can say. */
@DatabaseTest
class LmsExportSweepTest {

  private TestDatabase database;
  private ExportLab export;
  private SpecLab lab;

  @BeforeEach
  void tables(TestDatabase fresh, @TempDir Path folder) throws Exception {
    database = fresh;
    export = new ExportLab(LmsService.lms(), fresh, folder).inPagesOf(5);
    lab = export.lab(fresh);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void generatedSpecsComeBack(long seed) throws Exception {
    export.thereAndBack(lab, GeneratedSpecs.lms(seed));
  }

  @Test
  void rowsThatNoSpecCanSayAreListedAndTheRestIsLoaded() throws Exception {
    lab.load(
        """
        users: [{username: anna}, {username: bob}, {username: carl}]
        enrollments:
        - {username: anna, course_id: course-v1:A+B+1}
        - {username: bob, course_id: course-v1:A+B+1}
        student_modules:
        - {username: anna, block: block-v1:A+B+1+type@html+block@x, state: {a: 1}}
        - {username: carl, block: block-v1:A+B+1+type@html+block@x, state: {a: 1}}
        """);
    database.run(
        "SET FOREIGN_KEY_CHECKS = 0",
        "UPDATE auth_user SET username = 'retired__user_x' WHERE username = 'bob'",
        "UPDATE courseware_studentmodule SET module_id = 'no key' WHERE student_id ="
            + " (SELECT id FROM auth_user WHERE username = 'carl')",
        "UPDATE courseware_studentmodule SET state = '{damaged' WHERE module_id <> 'no key'",
        "DELETE FROM course_modes_coursemode",
        "DELETE FROM schedules_schedule",
        "UPDATE student_courseenrollment SET mode = 'no-such' WHERE user_id ="
            + " (SELECT id FROM auth_user WHERE username = 'anna')",
        "ALTER TABLE auth_user ADD COLUMN shoe_size int",
        "UPDATE auth_user SET shoe_size = 42 WHERE username = 'anna'");

    ExportResult result = export.export(ExportLab.ALL);

    String text = export.text(result);
    assertThat(result.refused())
        .extracting(one -> one.kind() + " " + one.rows())
        .contains("users 1", "enrollments 1", "student_modules 1");
    assertThat(result.columns())
        .extracting(one -> one.table() + "." + one.column() + " " + one.rows())
        .contains("auth_user.shoe_size 1", "courseware_studentmodule.state 1");
    assertThat(text).contains("schedule: false").doesNotContain("retired", "no key");
    lab.plan(text);
    export.empty();
    assertThat(lab.loadAt(ExportLab.LATER, text)).isNotEmpty();
  }
}
