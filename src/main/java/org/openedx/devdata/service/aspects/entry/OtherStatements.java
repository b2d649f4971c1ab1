package org.openedx.devdata.service.aspects.entry;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.world.Learners;

/**
 * Statements of the spec's learners that it does not describe: of an earlier version of it, or of
 * the site itself. Looked for only where that is quick.
 *
 * @param server the site's
 * @param names what it has named its databases
 */
record OtherStatements(ClickHouse server, AspectsNames names) {

  private static final long MAXIMUM_ROWS = 20_000_000;
  private static final int MAXIMUM_LEARNERS = 4_000;

  /** Number of those besides the described ones; 0 when that takes long to find out. */
  long besides(Learners learners, long described) {
    String table = names.statements().quoted();
    long rows = Long.parseLong(server.value("SELECT count() FROM " + table));
    if (learners.count() > MAXIMUM_LEARNERS || rows > MAXIMUM_ROWS || learners.count() == 0) {
      return 0;
    }
    String accounts =
        IntStream.range(0, learners.count())
            .mapToObj(learner -> "'" + learners.account(learner) + "'")
            .collect(Collectors.joining(", ", "(", ")"));
    String query =
        "SELECT uniqExact(event_id) FROM %s WHERE JSONExtractString(event, 'actor', 'account', 'name') IN %s"
            .formatted(table, accounts);
    return Math.max(0, Long.parseLong(server.value(query)) - described);
  }
}
