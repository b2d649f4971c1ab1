package org.openedx.devdata.plan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openedx.devdata.plan.engine.Zoo.animal;
import static org.openedx.devdata.plan.engine.Zoo.keeper;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.plan.finder.BelongingFinder;
import org.openedx.devdata.plan.finder.ColumnsFinder;
import org.openedx.devdata.plan.row.Computed;
import org.openedx.devdata.plan.row.Reference;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.spec.Position;

/** Plans against rows in memory: what is created, updated and left alone, chunk by chunk. */
class ChunkPlannerTest {

  private static final Position ELSEWHERE = new Position("zoo.yaml", 99, 1);

  private final Zoo zoo = new Zoo();

  @Test
  void absentRowIsCreatedAndThenUnchanged() {
    Zoo.Chunk chunk = batch -> keeper(batch, 1, "ann", "ann@zoo.org");

    assertThat(zoo.load(chunk)).containsExactly("create keeper ann");
    assertThat(zoo.load(chunk)).containsExactly("unchanged keeper ann");
  }

  @Test
  void onlyWhatTheSpecSaysIsCompared() {
    zoo.load(batch -> animal(batch, 1, "tom", "cat").set("weight", 4L).fill("note", "first"));

    assertThat(zoo.load(batch -> animal(batch, 1, "tom", "cat").fill("note", "second")))
        .containsExactly("unchanged animal tom");
    assertThat(zoo.load(batch -> animal(batch, 1, "tom", "cat").set("weight", 5L)))
        .containsExactly("update animal tom");
    assertThat(zoo.column(Zoo.ANIMAL, "weight", "note")).isEqualTo(Map.of(5L, "first"));
  }

  @Test
  void columnThatNobodyNamesGetsItsDefaultWhenTheRowIsNew() {
    zoo.load(batch -> animal(batch, 1, "tom", "cat"));

    assertThat(zoo.column(Zoo.ANIMAL, "name", "weight")).isEqualTo(Map.of("tom", 1L));
  }

  @Test
  void neededRowIsCreatedOnceWhateverTheChunk() {
    Zoo.Chunk first = batch -> animal(batch, 1, "tom", "cat");
    Zoo.Chunk second = batch -> animal(batch, 2, "kit", "CAT");

    assertThat(zoo.plan(first, second))
        .containsExactly("create species cat", "create animal tom", "create animal kit");
    assertThat(zoo.load(first, second))
        .containsExactly("create species cat", "create animal tom", "create animal kit");
    assertThat(zoo.column(Zoo.ANIMAL, "name", "species_id").values()).containsOnly(1L);
  }

  @Test
  void neededRowThatIsThereIsNeverChanged() {
    zoo.load(batch -> animal(batch, 1, "tom", "cat"));

    assertThat(
            zoo.load(
                batch ->
                    batch.imply(
                        Zoo.SPECIES,
                        "animals",
                        ELSEWHERE,
                        List.of("cat"),
                        r -> r.fill("legs", 5L))))
        .isEmpty();
    assertThat(zoo.column(Zoo.SPECIES, "slug", "legs")).isEqualTo(Map.of("cat", 4L));
  }

  @Test
  void referenceIsToTheRowThatAnEarlierChunkMade() {
    zoo.load(
        batch -> keeper(batch, 1, "ann", "ann@zoo.org"),
        batch -> animal(batch, 2, "tom", "cat").set("keeper_id", Reference.to(Zoo.KEEPER, "ANN")));

    assertThat(zoo.column(Zoo.ANIMAL, "name", "keeper_id"))
        .isEqualTo(Map.of("tom", zoo.column(Zoo.KEEPER, "name", "id").get("ann")));
  }

  @Test
  void referenceToWhatIsOnlyPlannedIsPlanned() {
    assertThat(
            zoo.plan(
                batch -> keeper(batch, 1, "ann", "ann@zoo.org"),
                batch ->
                    animal(batch, 2, "tom", "cat")
                        .set("keeper_id", Reference.to(Zoo.KEEPER, "ann"))))
        .containsExactly("create keeper ann", "create species cat", "create animal tom");
  }

  @Test
  void referenceToNothingIsRefusedWithItsPlace() {
    Zoo.Chunk chunk =
        batch -> animal(batch, 7, "tom", "cat").set("keeper_id", Reference.to(Zoo.KEEPER, "bob"));

    assertThatThrownBy(() -> zoo.load(chunk))
        .isInstanceOf(RowProblem.class)
        .hasMessage("zoo.yaml:7:1: there is no zoo_keeper with name = 'bob'");
  }

  @Test
  void rowsOfOneTableThatReferToEachOtherArePlannedInTurn() {
    Zoo.Chunk chunk =
        batch -> {
          Row child = animal(batch, 1, "kit", "cat");
          Row mother = animal(batch, 2, "mum", "cat");
          child.set("mother_id", mother);
        };

    assertThat(zoo.load(chunk))
        .containsExactly("create species cat", "create animal mum", "create animal kit");
    assertThat(zoo.load(chunk)).containsExactly("unchanged animal mum", "unchanged animal kit");
  }

  @Test
  void circleOfReferencesIsAFaultOfTheFactory() {
    Zoo.Chunk chunk =
        batch -> {
          Row one = animal(batch, 1, "hen", "bird");
          one.set("mother_id", animal(batch, 2, "egg", "bird").set("mother_id", one));
        };

    assertThatThrownBy(() -> zoo.load(chunk)).hasMessage("rows of zoo_animal refer in a circle");
  }

  @Test
  void keyInAnotherSpellingIsTheSameRowAndNoOtherName() {
    zoo.load(batch -> keeper(batch, 1, "ann", "ann@zoo.org"));

    assertThatThrownBy(() -> zoo.load(batch -> keeper(batch, 3, "Ann", "ann@zoo.org")))
        .hasMessage(
            "zoo.yaml:3:1: column zoo_keeper.name is 'ann' in this database, which it takes for the"
                + " same as 'Ann'; spell it as there");
  }

  @Test
  void oneLookUpForATableAndChunk() {
    Zoo.Chunk chunk =
        batch -> {
          for (int i = 0; i < 50; i++) {
            animal(batch, i, "a" + i, "s" + i % 3);
          }
        };
    zoo.load(chunk);
    zoo.rows().lookUps();

    zoo.load(chunk);

    assertThat(zoo.rows().lookUps()).containsExactly("zoo_species", "zoo_animal");
  }

  @Test
  void companionIsMadeWithItsRowAndThenLeftAlone() {
    Zoo.Chunk chunk =
        batch -> {
          Row tom = animal(batch, 1, "tom", "cat");
          batch
              .derive(Zoo.MEAL, "animals", ELSEWHERE)
              .set("animal_id", tom)
              .set("food", "fish")
              .labelled("tom's fish")
              .companionOf(tom);
        };

    assertThat(zoo.load(chunk)).contains("create meal tom's fish");
    assertThat(zoo.load(chunk)).containsExactly("unchanged animal tom");
  }

  private static Row meal(RowBatch batch, Row animal, String food) {
    return batch
        .derive(Zoo.MEAL, "animals", ELSEWHERE)
        .set("animal_id", animal)
        .set("food", food)
        .foundBy(new ColumnsFinder("animal_id", "food"));
  }

  @Test
  void rowIsFoundByColumnsThatNoKeyNames() {
    Zoo.Chunk chunk =
        batch -> {
          Row tom = animal(batch, 1, "tom", "cat");
          meal(batch, tom, "fish");
          meal(batch, tom, "mouse");
        };
    assertThat(zoo.load(chunk)).endsWith("create meal tom, fish", "create meal tom, mouse");

    assertThat(zoo.load(chunk))
        .containsExactly(
            "unchanged animal tom", "unchanged meal tom, fish", "unchanged meal tom, mouse");
  }

  @Test
  void whatBelongsToANewRowIsNotLookedFor() {
    zoo.load(batch -> animal(batch, 1, "tom", "cat").foundBy(new BelongingFinder("species_id")));

    assertThat(zoo.rows().lookUps()).containsExactly("zoo_species");
  }

  @Test
  void computedValueIsMadeOnceFromKeysThatThenExist() {
    Zoo.Chunk chunk =
        batch -> {
          Row tom = animal(batch, 1, "tom", "cat");
          meal(batch, tom, "fish").fill("food", "fish");
          animal(batch, 2, "kit", "cat").set("note", new Computed(() -> "of " + tom.key()));
        };

    zoo.load(chunk);

    Object tom = zoo.column(Zoo.ANIMAL, "name", "id").get("tom");
    assertThat(zoo.column(Zoo.ANIMAL, "name", "note")).containsEntry("kit", "of " + tom);
    assertThat(zoo.load(chunk)).allMatch(line -> line.startsWith("unchanged"));
  }

  @Test
  void tableThatTheReleaseDoesNotHaveIsPassedOver() {
    Zoo small = new Zoo("zoo_meal");

    assertThat(small.load(batch -> meal(batch, animal(batch, 1, "tom", "cat"), "fish")))
        .containsExactly("create species cat", "create animal tom");
  }

  @Test
  void textThatIsTooLongForTheColumnIsRefused() {
    assertThatThrownBy(
            () -> zoo.load(batch -> keeper(batch, 4, "ann", "ann@zoo.org").set("badge", "12345")))
        .hasMessage("zoo.yaml:4:1: column zoo_keeper.badge holds at most 4 characters here, not 5");
  }

  @Test
  void valuesThatNobodyAskedForAreMadeUpUntilTheyFit() {
    zoo.load(
        batch ->
            keeper(batch, 1, "ann", "ann@zoo.org")
                .makeUp(List.of("badge"), attempt -> Map.of("badge", "x".repeat(7 - attempt))));

    assertThat(zoo.column(Zoo.KEEPER, "name", "badge")).isEqualTo(Map.of("ann", "xxxx"));
  }
}
