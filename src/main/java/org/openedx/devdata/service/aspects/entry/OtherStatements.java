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

  private static final long MOST_ROWS = 20_000_000;
  private static final int MOST_LEARNERS = 4_000;

  /** How many there are besides those described; 0 when that takes long to find out. */
  long besides(Learners learners, long described) {
    String table = names.statements().quoted();
    long rows = Long.parseLong(server.value("SELECT count() FROM " + table));
    if (learners.count() > MOST_LEARNERS || rows > MOST_ROWS || learners.count() == 0) {
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
