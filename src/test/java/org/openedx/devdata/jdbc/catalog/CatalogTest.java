package org.openedx.devdata.jdbc.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

@DatabaseTest
class CatalogTest {

  private TestDatabase database;

  @BeforeEach
  void server(TestDatabase fresh) throws SQLException {
    database = fresh;
    fresh.run(
        "CREATE TABLE a_parent (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, slug varchar(50) NOT"
            + " NULL, extra longtext, UNIQUE KEY by_slug (slug))",
        "CREATE TABLE b_child (id bigint PRIMARY KEY, parent_id int NOT NULL, twice int AS (id * 2)"
            + " VIRTUAL, made datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), UNIQUE (parent_id,"
            + " made), CONSTRAINT b_fk FOREIGN KEY (parent_id) REFERENCES a_parent (id) ON DELETE"
            + " CASCADE)",
        "CREATE TABLE c_one (id int PRIMARY KEY, two_id int)",
        "CREATE TABLE c_two (id int PRIMARY KEY, one_id int, self_id int, FOREIGN KEY (one_id)"
            + " REFERENCES c_one (id), FOREIGN KEY (self_id) REFERENCES c_two (id))",
        "ALTER TABLE c_one ADD FOREIGN KEY (two_id) REFERENCES c_two (id)",
        "INSERT INTO a_parent (slug) VALUES ('a'), ('b'), ('c')",
        "CREATE VIEW shown AS SELECT id FROM a_parent",
        "CREATE TRIGGER b_before BEFORE INSERT ON b_child FOR EACH ROW SET NEW.made = NEW.made",
        "CREATE PROCEDURE nothing() SELECT 1",
        "CREATE EVENT now_and_then ON SCHEDULE EVERY 9 YEAR DO SELECT 1");
  }

  private Catalog catalog() throws SQLException {
    try (Connection connection = database.connect()) {
      return CatalogReader.read(connection, "test");
    }
  }

  @Test
  void tablesHaveColumnsKeysAndCounters() throws SQLException {
    CatalogTable parent = catalog().table("a_parent").orElseThrow();

    assertThat(parent.columns())
        .extracting(CatalogColumn::name)
        .containsExactly("id", "slug", "extra");
    assertThat(parent.primaryKey()).containsExactly("id");
    assertThat(parent.uniqueKeys()).containsExactly(Map.entry("by_slug", List.of("slug")));
    assertThat(parent.nextNumber()).isEqualTo(4);
    assertThat(parent.engine()).isEqualTo("InnoDB");
    assertThat(parent.column("slug").orElseThrow().columnType()).isEqualTo("varchar(50)");
    assertThat(parent.column("id").orElseThrow().numbered()).isTrue();
  }

  @Test
  void columnsThatTheServerComputesAreNotStored() throws SQLException {
    CatalogTable child = catalog().table("b_child").orElseThrow();

    assertThat(child.stored())
        .extracting(CatalogColumn::name)
        .containsExactly("id", "parent_id", "made");
    assertThat(child.column("twice").orElseThrow().generated()).isTrue();
    assertThat(child.column("made").orElseThrow().generated()).isFalse();
    assertThat(child.nextNumber()).isZero();
  }

  @Test
  void childrenComeBeforeParentsAndCirclesAreNamed() throws SQLException {
    Catalog catalog = catalog();

    assertThat(catalog.tables().keySet()).containsSubsequence("b_child", "a_parent");
    assertThat(catalog.tables()).hasSize(4);
    assertThat(catalog.circular())
        .hasSize(2)
        .anySatisfy(
            circular -> assertThat(circular.reference().columns()).containsExactly("self_id"));
    assertThat(catalog.referrers("a_parent"))
        .singleElement()
        .satisfies(
            referrer ->
                assertThat(referrer.reference())
                    .isEqualTo(
                        new CatalogReference(
                            "b_fk",
                            List.of("parent_id"),
                            database.name(),
                            "a_parent",
                            List.of("id"),
                            "CASCADE",
                            referrer.reference().onUpdate())));
  }

  @Test
  void whatIsNoTableOfRowsIsNamed() throws SQLException {
    assertThat(catalog().others())
        .containsOnly(
            Map.entry("views", List.of("shown")),
            Map.entry("triggers", List.of("b_before")),
            Map.entry("routines", List.of("nothing")),
            Map.entry("events", List.of("now_and_then")));
  }
}
