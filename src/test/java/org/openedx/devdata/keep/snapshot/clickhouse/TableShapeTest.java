package org.openedx.devdata.keep.snapshot.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableShapeTest {

  private static TableShape shape(String engine, String partition, String sorting) {
    return new TableShape(
        "d.t",
        engine,
        partition,
        sorting,
        sorting,
        List.of(
            new StoredColumn("id", "Int32"),
            new StoredColumn("order", "Int32"),
            new StoredColumn("user_id", "LowCardinality(Nullable(String))")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "ReplacingMergeTree, \"\", \"id, `order`\", id order",
        "ReplacingMergeTree, user_id MOD 100, id, id user_id",
        "VersionedCollapsingMergeTree, \"\", id, id",
        "SummingMergeTree, \"\", \"\", \"\"",
        "ReplacingMergeTree, \"\", \"toDate(id), id\", none",
        "MergeTree, \"\", id, none"
      })
  void onlyEnginesThatLeaveOneRowForEachKeyHaveOne(
      String engine, String partition, String sorting, String expected) {
    List<String> key = shape(engine, partition, sorting).key().orElse(List.of("none"));

    assertThat(String.join(" ", key)).isEqualTo(expected);
  }

  @Test
  void dictionariesAreNoPartOfTypesThatAreRead() {
    for (String[] pair :
        Arrays.asList(
            new String[] {"LowCardinality(String)", "String"},
            new String[] {
              "Array(LowCardinality(Nullable(FixedString(3))))", "Array(Nullable(FixedString(3)))"
            },
            new String[] {"Map(LowCardinality(String), UInt8)", "Map(String, UInt8)"},
            new String[] {"DateTime64(3, 'UTC')", "DateTime64(3, 'UTC')"})) {
      assertThat(new StoredColumn("c", pair[0]).plainType()).isEqualTo(pair[1]);
    }
  }

  @Test
  void typesThatAreNotReadAreNamed() {
    TableShape odd =
        new TableShape(
            "d.t",
            "MergeTree",
            "",
            "",
            "",
            List.of(
                new StoredColumn("s", "AggregateFunction(uniq, String)"),
                new StoredColumn("j", "JSON")));

    assertThat(odd.unreadable()).contains("j JSON");
    assertThat(odd.states()).hasSize(1);
    assertThat(shape("MergeTree", "", "").unreadable()).isEmpty();
  }
}
