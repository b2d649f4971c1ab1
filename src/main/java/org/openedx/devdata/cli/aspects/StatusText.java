package org.openedx.devdata.cli.aspects;

import java.util.List;
import java.util.stream.Collectors;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.cli.report.text.TextTable;
import org.openedx.devdata.cli.report.text.TextView;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.AspectsStatus;
import org.openedx.devdata.world.raw.AspectsTables;

/**
 * A site's status, for people.
 *
 * @param status what is there
 * @param names what the site has named its databases
 * @param label where the site is
 */
record StatusText(AspectsStatus status, AspectsNames names, String label)
    implements TextView<StatusResult> {

  @Override
  public void write(StatusResult result, TextOut out) {
    out.println(out.paint().bold(label));
    line(out, "server", "ClickHouse " + status.clickhouse());
    line(out, "migration", migration(status));
    line(out, "raw table", names.statements() + ": " + form(status));
    if (status.rawForm() != AspectsStatus.RawForm.MISSING) {
      line(
          out,
          "can hold",
          status.features().entrySet().stream()
              .map(feature -> (feature.getValue() ? "" : "no ") + feature.getKey())
              .collect(Collectors.joining(", ")));
      line(out, "derived", derived(status));
      line(out, "kept", status.ttl().map(ttl -> "until " + ttl).orElse("for ever"));
      line(out, "replicated", status.replicated() ? "yes" : "no");
    }
    if (status.otherRows() > 0) {
      line(
          out,
          "not read",
          "%s: %,d rows; the reports read %s"
              .formatted(names.otherStatements(), status.otherRows(), names.statements()));
    }
    if (!status.rows().isEmpty()) {
      out.println();
      TextTable table = new TextTable(List.of(TextTable.Align.LEFT, TextTable.Align.RIGHT));
      table.row(List.of("table", "rows"));
      status.rows().forEach((name, rows) -> table.row(List.of(name, "%,d".formatted(rows))));
      table.print(out.out(), "", out.paint());
    }
  }

  private static void line(TextOut out, String name, String value) {
    out.println("%-11s %s".formatted(name, value));
  }

  private static String migration(AspectsStatus status) {
    if (status.migration().isEmpty()) {
      return "none; `devdata aspects init` makes the tables of " + AspectsTables.MIGRATION;
    }
    String found = status.migration().get();
    int order = found.compareTo(AspectsTables.MIGRATION);
    if (order == 0) {
      return found + ", the one that devdata knows";
    }
    return order < 0
        ? "%s, older than %s; migrate the site to fill all of its tables"
            .formatted(found, AspectsTables.MIGRATION)
        : "%s, newer than %s, which this version knows; look at the tables before you load"
            .formatted(found, AspectsTables.MIGRATION);
  }

  private static String form(AspectsStatus status) {
    String partitioned = status.partitioned() ? ", partitioned by month" : ", not partitioned";
    return switch (status.rawForm()) {
      case MISSING -> "missing";
      case WITH_EVENT_STR ->
          "of a release before 0.69, with event_str; migrate the site before you load";
      case CURRENT -> "as it should be" + partitioned;
      case OTHER -> "with other columns than event_id, emission_time, event" + partitioned;
    };
  }

  private static String derived(AspectsStatus status) {
    return switch (status.dbt()) {
      case NOT_RUN -> "none; dbt has not run here";
      case BEFORE_4 -> "by a dbt release before 4";
      case FROM_4_TO_7 -> "by dbt release 4 to 7";
      case FROM_8 -> "by dbt release 8.0";
      case FROM_8_1 -> "by dbt release 8.1 or newer: timers fill courses and videos";
    };
  }
}
