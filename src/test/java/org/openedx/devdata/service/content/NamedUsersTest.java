package org.openedx.devdata.service.content;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Users whom content names in fields, in lists and in nested records. */
@DatabaseTest
class NamedUsersTest {

  private static final String SPEC =
      """
      learning_packages: [{key: "lib:Org:one", created: 2026-02-01, admins: [no1, no2]}]
      components:
        - {type: html, key: h, created_by: no3, versions: [{by: no4, title: Two}]}
      collections: [{key: c, created_by: no5}]
      publishes: [{at: 2026-02-04, by: no6}]
      """;

  @Test
  void thoseWhoDoNotExistAreAllReportedWhereTheyStand(TestDatabase database, @TempDir Path folder)
      throws SQLException {
    SpecLab lab = ContentLab.of(database, Layout.CURRENT, folder);
    List<String> places =
        Pattern.compile("no\\d")
            .matcher(SPEC)
            .results()
            .map(
                found -> {
                  String[] before = (SPEC.substring(0, found.start()) + "^").split("\n");
                  int column = before[before.length - 1].length();
                  return ("spec.yaml:%d:%d: user '%s' is neither in the specs nor in the database;"
                          + " declare it under users in a spec of lms that is listed before")
                      .formatted(before.length, column, found.group());
                })
            .toList();

    assertThatThrownBy(() -> lab.load(SPEC)).hasMessageContainingAll(places.toArray(String[]::new));
  }
}
