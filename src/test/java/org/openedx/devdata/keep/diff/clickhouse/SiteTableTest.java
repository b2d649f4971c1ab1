package org.openedx.devdata.keep.diff.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.keep.snapshot.clickhouse.StoredColumn;
import org.openedx.devdata.keep.snapshot.clickhouse.TableShape;

class SiteTableTest {

  private static SiteTable table(String sortingKey) {
    return new SiteTable(
        new TableShape(
            "d.t",
            "ReplacingMergeTree",
            "",
            sortingKey,
            sortingKey,
            List.of("a", "b", "c", "d", "e").stream()
                .map(name -> new StoredColumn(name, "String"))
                .toList()));
  }

  @Test
  void rowsAreNamedByTheirSortingKeyOrTheirFirstColumns() {
    byte[] line = "1\t2\\t\t\\N\t4\t5\n".getBytes(StandardCharsets.UTF_8);
    List<String> values = table("c, b").values(line);

    assertThat(values).containsExactly("1", "2\t", null, "4", "5");
    assertThat(table("e, b").names(List.of(values)).get(0)).containsExactly("5", "2\t");
    assertThat(table("lower(a)").names(List.of(values)).get(0))
        .containsExactly("1", "2\t", null, "4");
  }
}
