package org.openedx.devdata.cli.spec;

import java.time.Duration;
import org.openedx.devdata.cli.connect.RunRequest;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.run.CountsTable;
import org.openedx.devdata.cli.report.run.RunFacts;
import org.openedx.devdata.cli.report.run.RunKind;
import org.openedx.devdata.cli.report.run.RunReport;
import org.openedx.devdata.cli.report.run.RunResult;
import org.openedx.devdata.cli.report.run.Summary;
import org.openedx.devdata.cli.report.run.TextReport;
import org.openedx.devdata.cli.report.text.TextOut;

/**
 * Writes the report of a run as its command line asks.
 *
 * @param session how
 * @param request what was run
 */
record RunOutput(Session session, RunRequest request) {

  void write(RunReport report, int exitCode, Duration took) {
    RunFacts facts = new RunFacts(request.kind(), exitCode, request.now(), request.seed(), took);
    session.show(RunResult.of(report, facts), (result, out) -> text(report, took, out));
  }

  /** Writes to standard error what a dry run of a reset has found. */
  void preview(RunReport report) {
    TextOut out = session.errorText();
    new TextReport(out.out(), out.paint(), RunKind.RESET_DRY_RUN, false).rows(report);
    CountsTable.print(report, RunKind.RESET_DRY_RUN, out.out(), out.paint());
    out.out().flush();
  }

  private void text(RunReport report, Duration took, TextOut out) {
    boolean failed = report.failure().isPresent();
    if (failed && !request.kind().writes()) {
      return; // Half a plan is of no use.
    }
    RunKind kind = request.kind();
    if (!out.quiet()) {
      new TextReport(out.out(), out.paint(), kind, out.verbose()).rows(report);
      CountsTable.print(report, kind, out.out(), out.paint());
    }
    if (failed) {
      String sentence = Summary.ofFailure(report);
      session.surroundings().err().println(session.errorPaint().red("devdata: ") + sentence);
      session.surroundings().err().flush();
    } else {
      out.println(Summary.of(report, kind, took));
    }
  }
}
