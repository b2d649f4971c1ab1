package org.openedx.devdata.cli.aspects;

import java.util.List;
import java.util.Optional;
import org.openedx.devdata.cli.report.json.Meaning;
import org.openedx.devdata.service.aspects.derived.Rebuild.Rebuilt;

/** The derived tables that were made again. */
record RebuildResult(@Meaning("tables and dictionaries, in order") List<RebuiltTable> rebuilt) {

  /** A table, or a dictionary. */
  record RebuiltTable(
      @Meaning("its name") String table,
      @Meaning(value = "its rows, unless it is a dictionary", leftOut = true)
          Optional<Long> rows) {}

  static RebuildResult of(List<Rebuilt> rebuilt) {
    return new RebuildResult(
        rebuilt.stream()
            .map(one -> new RebuiltTable(one.table().toString(), one.rows().map(Long::valueOf)))
            .toList());
  }
}
