package org.openedx.devdata.service.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Libraries of the platform, made where their tables are. */
@DatabaseTest
class ContentLibraryLoadTest {

  @TempDir Path media;

  @Test
  void refusesALibraryWhoseSlugThePlatformCannotKeep(TestDatabase database) throws SQLException {
    SpecLab lab = ContentLab.of(database, Layout.CURRENT, media);
    makeLibraryTables(database);
    String slug = "x".repeat(51);

    assertThatThrownBy(
            () -> lab.load("learning_packages: [{key: \"lib:Org:" + slug + "\", library: true}]\n"))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("spec.yaml:1:")
        .hasMessageContaining("up to 50 characters");
  }

  @Test
  void makesThePlatformsLibraryWhereItsTablesAre(TestDatabase database) throws SQLException {
    SpecLab lab = ContentLab.of(database, Layout.CURRENT, media);
    makeLibraryTables(database);
    String spec =
        "learning_packages: [{key: lib:Org:demo, admins: [ada], readers: [bob], license: CC}]\n";
    lab.load(spec);

    assertThat(
            database.rows(
                "SELECT o.short_name, l.slug, l.license, p.access_level, p.user_id FROM"
                    + " content_libraries_contentlibrary l JOIN organizations_organization o ON"
                    + " o.id = l.org_id JOIN content_libraries_contentlibrarypermission p ON"
                    + " p.library_id = l.id ORDER BY p.id"))
        .containsExactly(
            List.of("Org", "demo", "CC", "admin", "1"), List.of("Org", "demo", "CC", "read", "2"));
    assertThat(lab.load(spec)).isEmpty();
    lab.reset(spec);
    assertThat(database.value("SELECT COUNT(*) FROM content_libraries_contentlibrary"))
        .isEqualTo("0");
  }

  /** Packages keep keys apart that organisations and libraries do not. */
  @Test
  void librariesWhoseKeysDifferOnlyByCaseAreRefused(TestDatabase database) throws SQLException {
    SpecLab lab = ContentLab.of(database, Layout.CURRENT, media);
    makeLibraryTables(database);
    String first = "learning_packages: [{key: 'lib:Org:one'}]\n";
    String[] others = {"lib:Org:ONE", "lib:org:one", "lib:Org:óne", "lib:ORG:two"};
    for (String other : others) {
      String message =
          !other.endsWith("two")
              ? "library '" + other + "' is to the platform the same as 'lib:Org:one'"
              : "the organisation of '" + other + "' is spelled 'Org' elsewhere";
      String second = "learning_packages: [{key: '" + other + "'}]\n";
      String both = "learning_packages: [{key: 'lib:Org:one'}, {key: '" + other + "'}]\n";
      assertThatThrownBy(() -> lab.load(both)).hasMessageContaining("spec.yaml:1:49: " + message);
      assertThatThrownBy(() -> lab.planInTurn(first, second)).hasMessageContaining(message);
    }
    lab.load(first);
    for (String other : others) {
      String second = "learning_packages: [{key: '" + other + "'}]\n";
      assertThatThrownBy(() -> lab.load(second))
          .isInstanceOf(SpecException.class)
          .hasMessageContaining("spec.yaml:1:27: ")
          .hasMessageContaining("'" + other + "'");
      assertThat(lab.plan(second.replace("'}", "', library: false}"))).isNotEmpty();
    }
    assertThat(lab.load(first)).isEmpty();
  }

  private static void makeLibraryTables(TestDatabase database) throws SQLException {
    database.run(
        "CREATE TABLE organizations_organization (id int AUTO_INCREMENT PRIMARY KEY, created"
            + " datetime(6) NOT NULL, modified datetime(6) NOT NULL, name varchar(255) NOT NULL,"
            + " short_name varchar(255) NOT NULL UNIQUE, description longtext, logo varchar(100),"
            + " active tinyint(1) NOT NULL)",
        "CREATE TABLE content_libraries_contentlibrary (id int AUTO_INCREMENT PRIMARY KEY, slug"
            + " varchar(50) NOT NULL, org_id int NOT NULL, learning_package_id int UNIQUE,"
            + " allow_public_learning tinyint(1) NOT NULL, allow_public_read tinyint(1) NOT NULL,"
            + " license varchar(25) NOT NULL, UNIQUE (org_id, slug))",
        "CREATE TABLE content_libraries_contentlibrarypermission (id int AUTO_INCREMENT PRIMARY"
            + " KEY, access_level varchar(30) NOT NULL, library_id int NOT NULL, user_id int,"
            + " group_id int, UNIQUE (library_id, user_id))");
  }
}
