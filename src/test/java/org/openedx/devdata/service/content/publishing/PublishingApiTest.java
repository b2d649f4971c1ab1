package org.openedx.devdata.service.content.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.service.content.media.Digests;
import org.openedx.devdata.spec.Position;

/** The example that was observed with upstream's functions, and the rules around it. */
class PublishingApiTest {

  private static final Moment NOW =
      new Moment(
          Instant.EPOCH, true, Optional.empty(), new Origin("test", Position.ofFile("test")));

  private final PublishingApi history = new PublishingApi();
  private final List<Version> versions = new ArrayList<>();
  private final Entity p1 = history.createEntity("p1", true, NOW);
  private final Entity p2 = history.createEntity("p2", true, NOW);
  private final Entity unit = history.createEntity("unit", true, NOW);
  private final Entity subsection = history.createEntity("subsec", true, NOW);
  private final Entity section = history.createEntity("sec", true, NOW);

  private Version version(Entity entity, Entity... dependencies) {
    Version version =
        history.createVersion(entity, Optional.empty(), "T", List.of(dependencies), NOW);
    versions.add(version);
    return version;
  }

  private void createAll() {
    version(p1);
    version(p2);
    version(unit, p1, p2);
    version(subsection, unit);
    version(section, subsection);
  }

  /** Records and effects of the last log, numbered as a database would number them. */
  private List<String> last() {
    Branch branch = history.logs().get(history.logs().size() - 1).branch();
    Map<LogRecord, Integer> ids = new HashMap<>();
    List<String> lines = new ArrayList<>();
    DependencyDigests digests =
        new DependencyDigests(version -> versions.indexOf(version) + 1L, Digests::ofDependencies);
    for (ChangeLog log : history.logs()) {
      if (log.branch() != branch) {
        continue;
      }
      lines.clear();
      for (LogRecord record : log.records()) {
        ids.put(record, ids.size() + 1);
        lines.add(
            ids.get(record)
                + " "
                + record.entity()
                + " "
                + number(record.before())
                + "->"
                + number(record.after())
                + " "
                + digests.of(record));
      }
      log.sideEffects()
          .forEach(
              effect ->
                  lines.add("(" + ids.get(effect.cause()) + "," + ids.get(effect.effect()) + ")"));
    }
    return lines;
  }

  private static String number(Optional<Version> version) {
    return version.map(one -> Integer.toString(one.number())).orElse("NULL");
  }

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
  void collapsesABulkToOneRecordForEachEntity() {
    history.inBulk("b", NOW, this::createAll);

    assertThat(history.logs()).singleElement();
    assertThat(last())
        .contains("1 p1 NULL->1 ", "3 unit NULL->1 37f96f9e", "(1,3)", "(3,4)", "(4,5)", "(2,3)");
  }

  @Test
  void dropsFromABulkWhatIsUndoneInIt() {
    createAll();
    LogRecord before = p1.record(Branch.DRAFT).orElseThrow();
    Version first = p1.versions().get(0);
    history.inBulk(
        "b",
        NOW,
        () -> {
          version(p1);
          version(p2);
          history.setDraft(p1, first, NOW);
        });

    assertThat(p1.record(Branch.DRAFT)).contains(before);
    assertThat(last()).first().isEqualTo("6 p2 1->2 ");
  }

  @Test
  void leavesNoLogOfABulkThatChangesNothing() {
    createAll();
    int logs = history.logs().size();
    Version first = p1.versions().get(0);
    history.inBulk(
        "b",
        NOW,
        () -> {
          version(p1);
          history.setDraft(p1, first, NOW);
        });

    assertThat(history.logs()).hasSize(logs);
  }

  @Test
  void logsNothingWhenADraftStaysWhereItIs() {
    createAll();
    int logs = history.logs().size();
    history.setDraft(p1, p1.versions().get(0), NOW);

    assertThat(history.logs()).hasSize(logs);
  }

  @Test
  void resetsDraftsToWhatIsPublishedInOneLog() {
    version(p1);
    history.publishAll("", NOW);
    version(p1);
    version(p2);
    history.resetDrafts(NOW);

    assertThat(last()).containsExactly("4 p1 2->1 ", "5 p2 1->NULL ");
    assertThat(version(p1).number()).isEqualTo(3);
    int logs = history.logs().size();
    history.resetDrafts(NOW);
    history.resetDrafts(NOW);
    assertThat(history.logs()).hasSize(logs + 1);
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
