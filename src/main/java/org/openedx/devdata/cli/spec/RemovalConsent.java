package org.openedx.devdata.cli.spec;

import java.util.List;
import org.openedx.devdata.cli.connect.ConfirmArguments;
import org.openedx.devdata.cli.connect.Confirmation;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.MySqlUrl;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.SqlService;

/**
 * Consent of a user to a run that removes rows; shows before what would go, where that may be more
 * than what the specs say.
 *
 * @param arguments the options that give it
 * @param question ends with a question mark
 * @param isRequired whether it is required where no user can answer
 * @param previews whether the user sees a dry run first
 */
record RemovalConsent(
    ConfirmArguments arguments, String question, boolean isRequired, boolean previews) {

  /** Returns whether the user agrees. */
  boolean given(Session session, List<RunEntry> entries, Runnable dryRun) {
    boolean asks = session.surroundings().terminal().in() && !arguments.yes();
    if (!asks && !isRequired) {
      return true;
    }
    if (asks && previews) {
      dryRun.run();
    }
    return new Confirmation(session, arguments).given(question, places(entries));
  }

  private static List<Confirmation.Place> places(List<RunEntry> entries) {
    return entries.stream()
        .filter(entry -> entry.service() instanceof SqlService)
        .map(RunEntry::connection)
        .distinct()
        .map(connection -> new Confirmation.Place(name(connection), connection))
        .toList();
  }

  private static String name(ConnectionSettings connection) {
    return MySqlUrl.database(connection.url());
  }
}
