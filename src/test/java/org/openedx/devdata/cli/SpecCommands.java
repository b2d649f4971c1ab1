package org.openedx.devdata.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** A small top-level spec, its database, and the commands that run it. */
abstract class SpecCommands {

  static final String SPEC =
      """
      users:
        - username: alice
          email: alice@example.com
        - username: 田中
      courses:
        - course_id: course-v1:edX+DemoX+Demo_Course
      enrollments:
        - {username: alice, course_id: "course-v1:edX+DemoX+Demo_Course", mode: verified}
      """;

  @TempDir Path folder;
  TestDatabase database;
  CommandLab lab;

  @BeforeEach
  void files(TestDatabase fresh) throws SQLException {
    database = fresh;
    new SpecLab(fresh, LmsService.lms()).withTables();
    lab =
        new CommandLab(folder)
            .database("lms", fresh)
            .file("top.yaml", "- {ida: lms, path: lms.yaml}");
    lab.file("lms.yaml", SPEC);
  }

  CommandLab.Result run(String... words) {
    String[] line = words.clone();
    line[line.length - 1] = lab.path(line[line.length - 1]);
    return lab.run(line);
  }

  String golden(CommandLab.Result result) {
    return Golden.plain(result.out(), database);
  }
}
