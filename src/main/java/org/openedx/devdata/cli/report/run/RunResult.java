package org.openedx.devdata.cli.report.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.cli.report.failure.ErrorResult;
import org.openedx.devdata.cli.report.json.Meaning;

/** The document of a run of specs. */
public record RunResult(
    @Meaning("`load`, `plan`, `verify`, `reset` or `reset --dry-run`") String command,
    @Meaning("the process's exit code") int exitCode,
    @Meaning("the run clock") Instant now,
    @Meaning("the run's seed") long seed,
    @Meaning("duration of the run") Duration seconds,
    @Meaning("rows of all entries that are done, by action") ActionCounts counts,
    @Meaning("the entries of the top-level spec, in its order") List<EntryResult> entries,
    @Meaning(
            "texts: what is allowed and looks like a mistake, with its place (`file:line:column: `)"
                + " where it has one; they do not change the exit code")
        List<String> warnings,
    @Meaning(value = "why the run failed", leftOut = true) Optional<ErrorResult.Reason> error) {

  /** The document of a report; its rows are read when it is written. */
  public static RunResult of(RunReport report, RunFacts facts) {
    return new RunResult(
        facts.kind().command(),
        facts.exitCode(),
        facts.now(),
        facts.seed(),
        facts.took(),
        ActionCounts.of(report.counts()),
        report.entries().stream().map(EntryResult::of).toList(),
        report.warnings(),
        report.failure().map(ErrorResult.Reason::of));
  }
}
