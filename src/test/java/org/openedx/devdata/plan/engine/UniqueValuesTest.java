package org.openedx.devdata.plan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openedx.devdata.plan.engine.Zoo.keeper;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Unique values that are taken, given up and moved, within a chunk and from one to another. */
class UniqueValuesTest {

  private final Zoo zoo = new Zoo();

  @BeforeEach
  void twoKeepers() {
    zoo.load(
        batch -> {
          keeper(batch, 1, "ann", "ann@zoo.org");
          keeper(batch, 2, "bob", "bob@zoo.org");
        });
  }

  private void movesTo(Map<Object, Object> emails, Zoo.Chunk... chunks) {
    assertThat(zoo.plan(chunks)).noneMatch(line -> line.startsWith("unchanged"));
    assertThat(zoo.load(chunks)).noneMatch(line -> line.startsWith("unchanged"));
    assertThat(zoo.column(Zoo.KEEPER, "name", "email")).isEqualTo(emails);
    assertThat(zoo.load(chunks)).allMatch(line -> line.startsWith("unchanged"));
  }

  @Test
  void twoRowsOfAChunkSwap() {
    movesTo(
        Map.of("ann", "bob@zoo.org", "bob", "ann@zoo.org"),
        batch -> {
          keeper(batch, 1, "ann", "bob@zoo.org");
          keeper(batch, 2, "bob", "ann@zoo.org");
        });
  }

  @Test
  void twoRowsOfTwoChunksSwap() {
    movesTo(
        Map.of("ann", "bob@zoo.org", "bob", "ann@zoo.org"),
        batch -> keeper(batch, 1, "ann", "bob@zoo.org"),
        batch -> keeper(batch, 2, "bob", "ann@zoo.org"));
  }

  @Test
  void newRowTakesWhatALaterChunkGivesUp() {
    movesTo(
        Map.of("cid", "ann@zoo.org", "ann", "new@zoo.org", "bob", "bob@zoo.org"),
        batch -> keeper(batch, 1, "cid", "ann@zoo.org"),
        batch -> keeper(batch, 2, "ann", "new@zoo.org"));
  }

  private void refused(String message, Zoo.Chunk... chunks) {
    assertThatThrownBy(() -> zoo.plan(chunks)).as("plan").hasMessage(message);
    assertThatThrownBy(() -> zoo.load(chunks)).as("load").hasMessage(message);
  }

  @Test
  void valueThatItsHolderKeepsIsTaken() {
    refused(
        "zoo.yaml:5:1: zoo_keeper needs email to be unique, but 'ANN@zoo.org' is taken by zoo_keeper"
            + " 'ann'; choose another, or let the specs give that one another value first",
        batch -> keeper(batch, 5, "cid", "ANN@zoo.org"));
  }

  @Test
  void valueOfTwoNewRowsIsRefusedWithBothPlaces() {
    String message =
        "zoo.yaml:6:1: zoo_keeper needs email to be unique, but 'x@zoo.org' is taken by the record"
            + " at zoo.yaml:5:1; choose another";

    refused(
        message,
        batch -> {
          keeper(batch, 5, "cid", "x@zoo.org");
          keeper(batch, 6, "dan", "x@zoo.org");
        });
  }

  @Test
  void rowThatStandsTwiceInAChunkIsRefused() {
    refused(
        "zoo.yaml:6:1: zoo_keeper needs name to be unique, but 'cid' is taken by the record at"
            + " zoo.yaml:5:1; choose another",
        batch -> {
          keeper(batch, 5, "cid", "x@zoo.org");
          keeper(batch, 6, "cid", "y@zoo.org");
        });
  }

  @Test
  void emptyValuesAreNoDuplicates() {
    assertThat(
            zoo.load(
                batch -> {
                  keeper(batch, 5, "cid", "x@zoo.org").set("badge", null);
                  keeper(batch, 6, "dan", "y@zoo.org").set("badge", null);
                }))
        .containsExactly("create keeper cid", "create keeper dan");
  }
}
