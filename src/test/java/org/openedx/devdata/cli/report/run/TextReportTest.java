package org.openedx.devdata.cli.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.cli.report.text.Paint;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.RowChange;
import org.openedx.devdata.plan.RunEntry;

class TextReportTest {

  private static final RunEntry ENTRY = Changes.entry(1);

  private static RunReport report(boolean complete, Iterable<RowChange> changes) {
    RunReport report =
        complete ? RunReport.complete(List.of(ENTRY)) : RunReport.brief(List.of(ENTRY));
    report.entryStarted(ENTRY, "");
    changes.forEach(change -> report.row(ENTRY, change));
    report.entryFinished(ENTRY);
    return report;
  }

  private static String text(RunReport report, RunKind kind, boolean verbose) {
    StringWriter text = new StringWriter();
    new TextReport(new PrintWriter(text), Paint.OFF, kind, verbose).rows(report);
    return text.toString();
  }

  private static Iterable<RowChange> many(Action action, int count) {
    return () ->
        java.util.stream.IntStream.rangeClosed(1, count)
            .boxed()
            .flatMap(
                line ->
                    java.util.stream.Stream.of(
                        Changes.declared(action, line), Changes.derived(action, line)))
            .iterator();
  }

  @Test
  void aLongListIsCutAndSaysSo() {
    String text = text(report(false, many(Action.CREATE, 100_000)), RunKind.LOAD, false);

    assertThat(text)
        .startsWith("lms  lms.yaml -> jdbc:mysql://h:1/d (target here)\n  auth_user\n    + user1\n")
        .contains("    + user20\n    + … and 99,980 more (--verbose or --format json shows all)\n")
        .endsWith("  + created with them: 100,000 auth_userprofile\n\n");
  }

  @Test
  void verboseShowsAllOfIt() {
    String text = text(report(true, many(Action.CREATE, 5_000)), RunKind.LOAD, true);

    assertThat(text.lines().filter(line -> line.startsWith("    + user"))).hasSize(5_000);
    assertThat(text.lines().filter(line -> line.startsWith("      + user"))).hasSize(5_000);
    assertThat(text).contains("    + user5000\n").doesNotContain("…");
  }

  @Test
  void fewUnchangedRecordsAreListed() {
    assertThat(text(report(false, many(Action.UNCHANGED, 10)), RunKind.PLAN, false))
        .contains("    = user10\n\n");
  }

  @Test
  void manyUnchangedRecordsAreOnlyCounted() {
    assertThat(text(report(false, many(Action.UNCHANGED, 11)), RunKind.PLAN, false))
        .isEqualTo("lms  lms.yaml -> jdbc:mysql://h:1/d (target here)\n" + "  nothing to do\n\n");
  }

  @Test
  void aRowThatIsCreatedWithoutItsRecordIsListed() {
    List<RowChange> changes =
        List.of(Changes.declared(Action.UNCHANGED, 1), Changes.derived(Action.CREATE, 1));

    assertThat(text(report(false, changes), RunKind.PLAN, false))
        .contains("  auth_userprofile\n      + user1\n");
  }

  @Test
  void anEntryThatFailedIsNotShown() {
    RunReport report = RunReport.brief(List.of(ENTRY));
    report.entryStarted(ENTRY, "");
    report.row(ENTRY, Changes.declared(Action.CREATE, 1));

    assertThat(text(report, RunKind.LOAD, false)).isEmpty();
    assertThat(report.counts().total()).isZero();
  }

  @Test
  void passwordsOfAddressesAreNotShown() {
    assertThat(text(report(false, List.of()), RunKind.LOAD, false)).doesNotContain("password");
  }
}
