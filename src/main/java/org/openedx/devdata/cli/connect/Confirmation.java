package org.openedx.devdata.cli.connect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.targets.Preset;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Shown;

/**
 * Consent of a user to the removal or replacement of rows: an answer at a terminal, or an option of
 * the command line. A database on another machine is confirmed by its name. Not thread-safe.
 */
public final class Confirmation {

  private final Session session;
  private final ConfirmArguments arguments;
  private BufferedReader in;

  public Confirmation(Session session, ConfirmArguments arguments) {
    this.session = session;
    this.arguments = arguments;
  }

  /**
   * A database that is about to lose rows.
   *
   * @param name the name by which it is confirmed
   * @param settings how it is reached
   */
  public record Place(String name, ConnectionSettings settings) {}

  /**
   * Asks for what the command line does not confirm already.
   *
   * @param question ends with a question mark, such as {@code Remove 5 rows from edxapp?}
   * @return whether the user agrees
   * @throws UsageException when no user can answer, or {@code --confirm} names another database
   */
  public boolean given(String question, List<Place> places) {
    requireKnown(places);
    List<Place> unnamed =
        places.stream()
            .filter(place -> isRemote(place.settings()))
            .filter(place -> !arguments.names.contains(place.name()))
            .toList();
    if (!session.surroundings().terminal().in()) {
      requireOptions(unnamed);
      return true;
    }
    for (Place place : unnamed) {
      String typed =
          answer(
              "%s is not on this machine. Type its name, %s, to confirm: "
                  .formatted(place.settings().label(), place.name()));
      if (!typed.equals(place.name())) {
        return false;
      }
    }
    return arguments.yes
        || Set.of("y", "yes").contains(answer(question + " [y/N] ").toLowerCase(Locale.ROOT));
  }

  /** A name that is meant for another database must not pass as consent to this one. */
  private void requireKnown(List<Place> places) {
    List<String> names = places.stream().map(Place::name).distinct().toList();
    for (String name : arguments.names) {
      if (!names.contains(name)) {
        throw new UsageException(
            "--confirm %s: no database of that name is affected%s"
                .formatted(
                    Shown.quoted(name),
                    DidYouMean.hint(name, names, "; it is " + String.join(", ", names))));
      }
    }
  }

  private void requireOptions(List<Place> unnamed) {
    if (!unnamed.isEmpty()) {
      throw new UsageException(
          "%s is not on this machine; --confirm %s if that is meant"
              .formatted(
                  unnamed.get(0).settings().label(),
                  unnamed.stream().map(Place::name).distinct().collect(Collectors.joining(","))));
    }
    if (!arguments.yes) {
      throw new UsageException(
          "no user can answer here; --yes if rows are to go without a question");
    }
  }

  /** A preset names a development environment, however its containers call the host. */
  private boolean isRemote(ConnectionSettings settings) {
    return Preset.of(settings.target()).isEmpty()
        && !session.registry().identities().of(settings.ida()).form().isLocal(settings.url());
  }

  private String answer(String question) {
    session.surroundings().err().print(question);
    session.surroundings().err().flush();
    try {
      if (in == null) {
        in =
            new BufferedReader(
                new InputStreamReader(session.surroundings().in(), StandardCharsets.UTF_8));
      }
      String line = in.readLine();
      return line == null ? "" : line.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
