package org.openedx.devdata.service.aspects.derived;

import java.util.List;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.clickhouse.TableName;

/** Commands for the site's own dbt, as messages name them. Stateless. */
final class Dbt {

  private Dbt() {}

  /** Makes models and what reads them again. */
  static String fullRefresh(List<TableName> tables) {
    return command("run --full-refresh -s " + models(tables));
  }

  /** Fills models that timers add to from all rows: a hook of theirs does that at each run. */
  static String run(List<TableName> tables) {
    return command("run -s " + models(tables));
  }

  private static String command(String dbt) {
    return "tutor local do dbt -c \"%s\" --only_changed False".formatted(dbt);
  }

  private static String models(List<TableName> tables) {
    return tables.stream().map(table -> table.table() + "+").collect(Collectors.joining(" "));
  }
}
