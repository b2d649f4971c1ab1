package org.openedx.devdata.cli.state;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.stream.Stream;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.json.JsonRenderer;
import org.openedx.devdata.service.lms.userstate.StateVersion;
import org.openedx.devdata.service.lms.userstate.UserState;
import org.openedx.devdata.service.lms.userstate.json.StateJson;

/** Writes states and versions as lines of JSON, or as one JSON list; streams. Immutable. */
final class StateLines {

  private final PrintWriter out;
  private final boolean list;

  StateLines(Session session) {
    this.out = session.surroundings().out();
    this.list = session.json();
  }

  /** Writes them, and returns their number. */
  long states(Stream<UserState> states) {
    return write(states.map(StateResult::of));
  }

  /** Writes them, and returns their number. */
  long versions(Stream<StateVersion> versions) {
    return write(versions.map(StateResult::of));
  }

  private long write(Stream<StateResult> lines) {
    long written = 0;
    Iterator<StateResult> left = lines.iterator();
    // The first one may fail, and then nothing is to be on standard output.
    if (!left.hasNext()) {
      return 0;
    }
    out.print(list ? "[" : "");
    while (left.hasNext()) {
      String line = StateJson.write(JsonRenderer.flat(left.next()));
      out.print(list && written > 0 ? ",\n" + line : line);
      out.print(list ? "" : "\n");
      written++;
    }
    out.print(list ? "]\n" : "");
    return written;
  }
}
