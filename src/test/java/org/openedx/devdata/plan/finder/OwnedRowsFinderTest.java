package org.openedx.devdata.plan.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.DescribedSchema;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.row.AmbiguousRowException;
import org.openedx.devdata.plan.row.NaturalKeyFinder;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.plan.row.StoredRows;
import org.openedx.devdata.plan.row.Unplanned;
import org.openedx.devdata.spec.Position;

/** Finders held against the one by natural key, over generated rows. */
class OwnedRowsFinderTest {

  private static final TableSet TABLES = TableSet.of(Map.of("mark", description()));
  private static final Table MARK = TABLES.get("mark");
  private static final BoundTable BOUND = DescribedSchema.bind(TABLES).get(MARK);
  private static final int[] ALL = IntStream.range(0, MARK.columns().size()).toArray();

  private static Map<String, Object> description() {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("owner_id", "bigint");
    columns.put("name", "varchar(20)");
    return Map.of("columns", columns, "key", List.of("owner_id", "name"));
  }

  /** Rows in memory, compared by value, which notes the owners whose rows it is asked for. */
  private static final class Marks implements StoredRows {

    private final List<Object[]> rows = new ArrayList<>();
    private final Set<Object> askedOwners = new HashSet<>();

    void add(long owner, String name) {
      rows.add(new Object[] {(long) rows.size() + 1, owner, name});
    }

    private static Object[] only(Object[] row, int[] columns) {
      return IntStream.of(columns).mapToObj(column -> row[column]).toArray();
    }

    @Override
    public List<Object[]> find(BoundTable table, int[] columns, int[] keys, List<Object[]> wanted) {
      wanted.forEach(key -> askedOwners.add(key[0]));
      return rows.stream()
          .filter(row -> wanted.stream().anyMatch(key -> Arrays.equals(key, only(row, keys))))
          .map(row -> only(row, columns))
          .toList();
    }

    @Override
    public List<Object[]> present(BoundTable table, int[] keys, List<Object[]> wanted) {
      return wanted.stream()
          .filter(key -> rows.stream().anyMatch(row -> Arrays.equals(key, only(row, keys))))
          .toList();
    }

    @Override
    public boolean any(BoundTable table) {
      return !rows.isEmpty();
    }
  }

  private static Row row(RowBatch batch, long owner, String name) {
    return batch
        .declare(MARK, "marks", new Position("s.yaml", 1, 1))
        .set("owner_id", owner)
        .set("name", name);
  }

  @Test
  void ownersFirstOrNotTheSameRowsAreFound() {
    Random random = new Random(17);
    OwnedRowsFinder finder = new OwnedRowsFinder("owner_id");
    for (int round = 0; round < 200; round++) {
      Marks marks = new Marks();
      Set<Object> known = new HashSet<>();
      for (long owner = 0; owner < 6; owner++) {
        for (int name = 0; name < 6; name++) {
          if (random.nextInt(4) == 0 && owner % 2 == 0) {
            marks.add(owner, "n" + name);
            known.add(owner);
          }
        }
      }
      RowBatch batch = new RowBatch(Unplanned::new);
      List<Row> rows = new ArrayList<>();
      int owners = 1 + random.nextInt(6);
      for (int count = 1 + random.nextInt(30); count > 0; count--) {
        rows.add(row(batch, random.nextInt(owners), "n" + random.nextInt(8)));
      }

      Object[][] expected = NaturalKeyFinder.INSTANCE.find(marks, BOUND, rows, ALL);
      marks.askedOwners.clear();
      assertThat(finder.find(marks, BOUND, rows, ALL)).isDeepEqualTo(expected);

      long different = rows.stream().map(one -> one.value("owner_id")).distinct().count();
      if (different * 3 <= rows.size()) {
        assertThat(known).as("owners whose rows are looked up").containsAll(marks.askedOwners);
      }
    }
  }

  @Test
  void twoRowsOfColumnsThatNoKeyNamesAreAnError() {
    Marks marks = new Marks();
    marks.add(1, "a");
    marks.add(2, "a");
    marks.add(3, "b");
    RowBatch batch = new RowBatch(Unplanned::new);
    List<Row> one = List.of(row(batch, 9, "b"), row(batch, 9, "c"));
    List<Row> two = List.of(row(batch, 9, "a"));
    ColumnsFinder finder = new ColumnsFinder("name");

    assertThat(finder.find(marks, BOUND, one, ALL))
        .isDeepEqualTo(new Object[][] {{3L, 3L, "b"}, null});
    assertThatThrownBy(() -> finder.find(marks, BOUND, two, ALL))
        .isInstanceOf(AmbiguousRowException.class);
  }

  /** Rows of an owner that this very run makes cannot be there. */
  @Test
  void rowsThatBelongToANewOneAreNotLookedFor() {
    assertThat(
            new BelongingFinder("owner_id").keyColumns(row(new RowBatch(Unplanned::new), 1, "a")))
        .contains("owner_id", "name");
  }
}
