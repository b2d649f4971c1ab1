package org.openedx.devdata.cli.content;

import java.util.List;
import java.util.Optional;
import org.openedx.devdata.cli.report.json.Meaning;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.status.ContentStatus;

/** The layout of a database's content. */
record ContentStatusResult(
    @Meaning(
            "the layout of its tables: `L1`, `L2`, `L3`, `L4` or `current`; null when they are of none")
        Optional<String> tables,
    @Meaning("the layout whose migrations are all recorded; null when none is")
        Optional<String> migrations,
    @Meaning("the last migration of the merged app that has begun; null before the first")
        Optional<String> endsAt,
    @Meaning("contradictions, the worst first") List<Contradiction> findings,
    @Meaning("migrations that Django would run, in order") List<Next> next,
    @Meaning("whether one of them would fail") boolean wouldFail) {

  /** A contradiction. */
  record Contradiction(
      @Meaning("its place") ContentStatus.Area area,
      @Meaning("what is wrong, and what to do") String message) {}

  /** A migration that Django would run. */
  record Next(
      @Meaning("its app") String app,
      @Meaning("its name") String name,
      @Meaning("why it would fail; null when it would not") Optional<String> trouble) {}

  static ContentStatusResult of(ContentStatus status) {
    return new ContentStatusResult(
        status.tables().map(Layout::label),
        status.migrations().map(Layout::label),
        status.ends().map(end -> end.migration().toString()),
        status.findings().stream()
            .map(finding -> new Contradiction(finding.area(), finding.message()))
            .toList(),
        status.next().stream()
            .map(
                next ->
                    new Next(
                        next.migration().app(),
                        next.migration().name(),
                        Optional.of(next.trouble()).filter(trouble -> !trouble.isEmpty())))
            .toList(),
        status.wouldFail());
  }
}
