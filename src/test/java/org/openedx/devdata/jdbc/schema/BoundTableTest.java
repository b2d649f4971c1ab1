package org.openedx.devdata.jdbc.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;

/** A described table held against tables that other releases and forks really have. */
class BoundTableTest {

  private static final Table PET =
      TableSet.of(
              Map.of(
                  "pet",
                  Map.of(
                      "columns",
                      columns(
                          "name",
                          "varchar(20)",
                          "kind",
                          "varchar(9) was species",
                          "age",
                          "int null"),
                      "key",
                      List.of("name"))))
          .get("pet");

  private static Map<String, Object> columns(String... namesAndTypes) {
    Map<String, Object> columns = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      columns.put(namesAndTypes[i], namesAndTypes[i + 1]);
    }
    return columns;
  }

  private static LiveColumn column(String name, boolean nullable, boolean supplied) {
    return new LiveColumn(name, "varchar", nullable, supplied, 20, "utf8mb4", "utf8mb4_bin");
  }

  private static BoundTable bound(String engine, Map<String, String> extras, LiveColumn... live) {
    Map<String, LiveColumn> columns = new LinkedHashMap<>();
    for (LiveColumn one : live) {
      columns.put(one.name(), one);
    }
    Map<String, List<String>> unique =
        Map.of("by_name", List.of("name"), "by_both", List.of("name", "species"));
    return new BoundTable(PET, new LiveTable("pet", engine, columns, unique, ""), extras);
  }

  private static final LiveColumn ID = column("id", false, true);
  private static final LiveColumn NAME = column("name", false, false);
  private static final LiveColumn SPECIES = column("species", false, false);

  @Test
  void aColumnIsFoundUnderItsFormerName() {
    BoundTable table = bound("InnoDB", Map.of(), ID, NAME, SPECIES);

    assertThat(table.sqlName(PET.indexOf("kind"))).isEqualTo("`species`");
    assertThat(table.columnOf("species")).isEqualTo(PET.indexOf("kind"));
    assertThat(table.columnOf("kind")).isEqualTo(-1);
    assertThat(table.has(PET.indexOf("age"))).isFalse();
    assertThat(table.obstacles()).isEmpty();
  }

  @Test
  void whatStandsInTheWayOfWritingIsNamedAllAtOnce() {
    BoundTable table = bound("MyISAM", Map.of("gone", "1"), SPECIES, column("chip", false, false));

    assertThat(table.obstacles())
        .satisfiesExactly(
            line -> assertThat(line).contains("column 'chip' that devdata does not know"),
            line -> assertThat(line).isEqualTo("table pet has no column 'gone' in this database"),
            line -> assertThat(line).contains("uses the engine MyISAM"),
            line -> assertThat(line).contains("no column 'name'; is it migrated?"));
  }

  @Test
  void anUnknownColumnThatTheServerOrASpecFillsIsNone() {
    assertThat(
            bound(
                    "InnoDB",
                    Map.of("chip", "0"),
                    ID,
                    NAME,
                    SPECIES,
                    column("chip", false, false),
                    column("note", true, false),
                    column("at", false, true))
                .obstacles())
        .isEmpty();
  }

  @Test
  void aUniqueIndexServesColumnsThatContainItsOwn() {
    BoundTable table = bound("InnoDB", Map.of(), ID, NAME, SPECIES);
    int name = PET.indexOf("name");
    int kind = PET.indexOf("kind");

    assertThat(table.uniqueIndex(new int[] {name})).contains("`by_name`");
    assertThat(table.uniqueIndex(new int[] {kind})).isEmpty();
    assertThat(table.uniqueIndex(new int[] {kind, name})).isPresent();
  }
}
