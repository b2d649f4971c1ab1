package org.openedx.devdata.service.content.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Changes of drafts: bulks, resets, and what is logged of them. */
class DraftChangesTest extends ObservedHistory {

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
}
