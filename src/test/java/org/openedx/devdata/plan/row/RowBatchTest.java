package org.openedx.devdata.plan.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.spec.Position;

class RowBatchTest {

  /** Described in {@code tables.yaml} beside this class. */
  private static final TableSet TABLES = TableSet.besides(RowBatchTest.class);

  private static final Table SPECIES = TABLES.get("zoo_species");
  private static final Table ANIMAL = TABLES.get("zoo_animal");

  private static final Position POSITION = new Position("zoo.yaml", 3, 5);

  private final RowBatch batch = new RowBatch(Unplanned::new);

  private Row animal(String name) {
    return batch.declare(ANIMAL, "animals", POSITION).set("name", name);
  }

  private Row species(String slug) {
    return batch.imply(SPECIES, "animals", POSITION, List.of(slug), row -> row.fill("legs", 4));
  }

  private List<String> labels() {
    return batch.byTable(TABLES).stream().flatMap(List::stream).map(Row::label).toList();
  }

  @Test
  void parentsStandBeforeChildrenWhateverWasAddedFirst() {
    animal("tom").set("species_id", species("cat"));
    assertThat(labels()).containsExactly("cat", "tom");
  }

  @Test
  void partsComeOneAfterTheOther() {
    animal("tom");
    batch.then(() -> animal("spike"));
    batch.then(() -> animal("jerry"));
    List<List<String>> parts = new ArrayList<>();
    do {
      parts.add(labels());
    } while (batch.advance(false));
    assertThat(parts).containsExactly(List.of("tom"), List.of("spike"), List.of("jerry"));
  }

  @Test
  void partIsNotMadeBeforeItsTurn() {
    animal("tom");
    batch.then(() -> animal("spike"));
    assertThat(labels()).containsExactly("tom");
  }

  @Test
  void partMayAddAnother() {
    batch.then(() -> batch.then(() -> animal("tom")));
    assertThat(batch.advance(false)).isTrue();
    assertThat(labels()).isEmpty();
    assertThat(batch.advance(false)).isTrue();
    assertThat(labels()).containsExactly("tom");
    assertThat(batch.advance(false)).isFalse();
  }

  @Test
  void rowsThatComeWithANewOneAreMadeWithThatOneOrWithAll() {
    for (boolean all : new boolean[] {false, true}) {
      Row old = animal("old"); // No row of this batch is planned as new.
      batch.withNew(old, () -> animal("kitten"));
      assertThat(batch.advance(all)).isEqualTo(all);
      assertThat(labels()).isEqualTo(all ? List.of("kitten") : List.of());
    }
  }

  @Test
  void impliedRowOfAnEarlierPartIsNotMadeAgain() {
    Row first = species("cat");
    List<Row> later = new ArrayList<>();
    batch.then(() -> later.add(species("cat")));
    batch.advance(false);
    assertThat(later).containsExactly(first);
    assertThat(labels()).isEmpty();
  }

  @Test
  void expectedReferencesAreThoseOfThePresentPart() {
    Reference cat = Reference.to(SPECIES, "cat");
    Reference dog = Reference.to(SPECIES, "dog");
    batch.expect(cat);
    batch.then(() -> batch.expect(dog));
    assertThat(batch.expected()).containsExactly(cat);
    batch.advance(false);
    assertThat(batch.expected()).containsExactly(dog);
  }
}
