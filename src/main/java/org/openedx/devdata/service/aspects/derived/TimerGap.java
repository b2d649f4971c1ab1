package org.openedx.devdata.service.aspects.derived;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.derived.Derived.Kind;

/** Statements that a site's timers will not pick up, because they look back a short time only. */
public final class TimerGap {

  private TimerGap() {}

  /**
   * A sentence for the user after statements were loaded; nothing when the site's timers take all
   * of any age.
   */
  public static Optional<String> warning(ClickHouse clickhouse, AspectsNames names) {
    DerivedTables tables = DerivedTables.readEverywhere(clickhouse, names);
    List<TableName> limited =
        tables.steps().stream()
            .filter(step -> step.kind() == Kind.APPENDED)
            .filter(step -> step.readsItself() || LookBack.in(step.select()))
            .filter(step -> tables.dependsOn(step, names.statements()))
            .map(Derived::name)
            .toList();
    if (limited.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "the site's timers fill %s from the newest statements only, so older ones are missing there; `devdata aspects rebuild --history` adds them, or `%s`"
            .formatted(
                limited.stream().map(TableName::toString).collect(Collectors.joining(", ")),
                Dbt.run(limited.subList(0, 1))));
  }
}
