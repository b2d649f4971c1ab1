package org.openedx.devdata.plan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.plan.row.RowBatch;

class HistoryCopiesTest {

  private final Zoo zoo = new Zoo();
  private final BoundTable animals = zoo.bound("zoo_animal");
  private final BoundTable twin = zoo.bound("zoo_historicalanimal");
  private final HistoryCopies copies = new HistoryCopies(animals, twin, Zoo.NOW);

  private Map<String, Object> byName(Object[] copy) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < copy.length; i++) {
      values.put(twin.table().columns().get(copies.columns()[i]).name(), copy[i]);
    }
    return values;
  }

  private PlannedRow tom() {
    RowBatch batch = new RowBatch(PlannedRow::new);
    PlannedRow row =
        PlannedRow.of(Zoo.animal(batch, 1, "tom", "cat").set("species_id", 3L).set("weight", 4L));
    row.key(7L);
    return row;
  }

  @Test
  void copyHoldsTheRowAndTheSave() {
    Map<String, Object> copy = byName(copies.created(tom()));

    assertThat(copy)
        .containsEntry("id", 7L)
        .containsEntry("name", "tom")
        .containsEntry("species_id", 3L)
        .containsEntry("weight", 4L)
        .containsEntry("history_type", "+")
        .containsEntry("history_date", ColumnValues.utc(Zoo.NOW))
        .containsEntry("history_user_id", null)
        .containsEntry("colour", null);
    assertThat((String) copy.get("history_id")).matches("[0-9a-f]{12}4[0-9a-f]{19}");
  }

  @Test
  void identifiersAreTheSameForOneSaveAndDifferForEachOther() {
    Object[] image = new Object[animals.table().columns().size()];
    image[animals.table().primaryKeyIndex()] = 7L;
    List<Object> ids = new ArrayList<>();
    ids.add(byName(copies.created(tom())).get("history_id"));
    for (int earlier = 0; earlier < 5; earlier++) {
      ids.add(byName(copies.updated(image, earlier)).get("history_id"));
    }

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(byName(copies.created(tom())).get("history_id")).isEqualTo(ids.get(0));
  }

  @Test
  void columnThatOnlyTheCopyMustHaveGetsTheDefault() {
    Object[] image = new Object[animals.table().columns().size()];
    image[animals.table().primaryKeyIndex()] = 7L;

    assertThat(byName(copies.updated(image, 0))).containsEntry("weight", 1L);
  }

  @Test
  void copiesAreSortedByTheirKeys() {
    Object[] image = new Object[animals.table().columns().size()];
    List<Object[]> rows = new ArrayList<>();
    for (long id = 1; id <= 20; id++) {
      image[animals.table().primaryKeyIndex()] = id;
      rows.add(copies.updated(image, 0));
    }

    copies.sortByPrimaryKey(rows);

    assertThat(rows.stream().map(row -> (String) byName(row).get("history_id"))).isSorted();
  }
}
