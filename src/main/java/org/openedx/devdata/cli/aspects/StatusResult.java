package org.openedx.devdata.cli.aspects;

import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.cli.report.json.Meaning;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.AspectsStatus;
import org.openedx.devdata.world.raw.AspectsTables;

/** The ClickHouse of a site. */
record StatusResult(
    @Meaning("the site, with its address") String site,
    @Meaning("version of the server") String clickhouse,
    @Meaning("the last migration of the site; null when none has run") Optional<String> migration,
    @Meaning("the migration that this version of devdata knows") String knownMigration,
    @Meaning("the table of statements") String rawTable,
    @Meaning("its form: `with_event_str` is that of releases before 0.69")
        AspectsStatus.RawForm rawForm,
    @Meaning("whether it is partitioned by month") boolean partitioned,
    @Meaning("what its tables can hold: `email`, `username`, `tags`, `course_enrollment`")
        Map<String, Boolean> features,
    @Meaning("the release of dbt that has made the derived tables") AspectsStatus.Dbt dbt,
    @Meaning("after which time rows are dropped; null when they are kept") Optional<String> ttl,
    @Meaning("whether its tables are on a cluster") boolean replicated,
    @Meaning("the other table of statements, which reports do not read") String otherTable,
    @Meaning("rows in it") long otherRows,
    @Meaning("numbers of rows by table, as ClickHouse counts them without looking")
        Map<String, Long> rows) {

  static StatusResult of(AspectsStatus status, AspectsNames names, String label) {
    return new StatusResult(
        label,
        status.clickhouse(),
        status.migration(),
        AspectsTables.MIGRATION,
        names.statements().toString(),
        status.rawForm(),
        status.partitioned(),
        status.features(),
        status.dbt(),
        status.ttl(),
        status.replicated(),
        names.otherStatements().toString(),
        status.otherRows(),
        status.rows());
  }
}
