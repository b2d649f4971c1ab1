package org.openedx.devdata.service.content.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Publishes, and what they carry along; the numbers are those observed upstream. */
class PublishingApiTest extends ObservedHistory {

  @Test
  void createsBottomUpWithoutSideEffects() {
    createAll();

    assertThat(history.logs()).hasSize(5);
    assertThat(last()).containsExactly("5 sec NULL->1 4b983ea1");
  }

  @Test
  void publishesEverything() {
    createAll();
    history.publishAll("", NOW);

    assertThat(last())
        .containsExactly(
            "1 p1 NULL->1 ",
            "2 p2 NULL->1 ",
            "3 unit NULL->1 37f96f9e",
            "4 subsec NULL->1 b3d0d9e0",
            "5 sec NULL->1 4b983ea1",
            "(1,3)",
            "(3,4)",
            "(4,5)",
            "(2,3)");
  }

  @Test
  void carriesAnEditUp() {
    createAll();
    history.publishAll("", NOW);
    version(p1);

    assertThat(last())
        .containsExactly(
            "6 p1 1->2 ",
            "7 unit 1->1 a7f5f691",
            "8 subsec 1->1 5f3804d5",
            "9 sec 1->1 28ec46de",
            "(6,7)",
            "(7,8)",
            "(8,9)");
    assertThat(section.hasUnpublishedChanges()).isFalse();
  }

  @Test
  void publishesAnEditAlone() {
    createAll();
    history.publishAll("", NOW);
    version(p1);
    history.publish(List.of(p1), true, "", NOW);

    assertThat(last())
        .containsExactly(
            "6 p1 1->2 ",
            "7 unit 1->1 a7f5f691",
            "8 subsec 1->1 5f3804d5",
            "9 sec 1->1 28ec46de",
            "(6,7)",
            "(7,8)",
            "(8,9)");
    assertThat(section.record(Branch.PUBLISHED).orElseThrow().direct()).isFalse();
  }

  @Test
  void publishesWhatASectionShowsAlongWithIt() {
    createAll();
    history.publishAll("", NOW);
    version(p1);
    history.publish(List.of(p1), true, "", NOW);
    version(p2);
    history.publish(List.of(section), true, "", NOW);

    assertThat(last())
        .containsExactly(
            "10 sec 1->1 69e12833",
            "11 p2 1->2 ",
            "12 unit 1->1 b8cd7ebf",
            "13 subsec 1->1 57bd0f88",
            "(11,12)",
            "(12,13)",
            "(13,10)");
    assertThat(section.record(Branch.PUBLISHED).orElseThrow().direct()).isTrue();
    assertThat(p2.record(Branch.PUBLISHED).orElseThrow().direct()).isFalse();
  }

  @Test
  void carriesADeletionUpAndPublishesIt() {
    createAll();
    history.publishAll("", NOW);
    version(p1);
    history.publish(List.of(p1), true, "", NOW);
    version(p2);
    history.publish(List.of(section), true, "", NOW);
    history.setDraft(p2, null, NOW);

    assertThat(last())
        .containsExactly(
            "14 p2 2->NULL ",
            "15 unit 1->1 3e532881",
            "16 subsec 1->1 5a040457",
            "17 sec 1->1 e0c2796c",
            "(14,15)",
            "(15,16)",
            "(16,17)");

    history.publishAll("", NOW);
    assertThat(last())
        .containsExactly(
            "14 p2 2->NULL ",
            "15 unit 1->1 3e532881",
            "16 subsec 1->1 5a040457",
            "17 sec 1->1 e0c2796c",
            "(14,15)",
            "(15,16)",
            "(16,17)");
    assertThat(p2.isOn(Branch.PUBLISHED)).isTrue();
    assertThat(p2.version(Branch.PUBLISHED)).isEmpty();
  }

  @Test
  void recordsAnExplicitPublishWithoutAChange() {
    version(p1);
    history.publishAll("", NOW);
    history.publish(List.of(p1), true, "again", NOW);

    assertThat(last()).containsExactly("2 p1 1->1 ");
    history.publishAll("nothing", NOW);
    assertThat(last()).isEmpty();
  }

  @Test
  void leavesOutDependenciesWhenToldTo() {
    createAll();
    history.publish(List.of(unit), false, "", NOW);

    assertThat(last()).containsExactly("1 unit NULL->1 ");
  }

  @Test
  void refusesAVersionNumberThatDoesNotRise() {
    history.createVersion(p1, Optional.of(4), "T", List.of(), NOW);

    assertThatThrownBy(() -> history.createVersion(p1, Optional.of(4), "T", List.of(), NOW))
        .isInstanceOf(HistoryException.class)
        .hasMessage("version 4 of 'p1' comes after version 4; numbers must rise with time");
    assertThat(version(p1).number()).isEqualTo(5);
  }

  @Test
  void refusesAKeyThatIsTaken() {
    assertThatThrownBy(() -> history.createEntity("p1", true, NOW))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("exists already");
  }
}
