package org.openedx.devdata.cli.state;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.stream.Stream;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.service.lms.userstate.StateJson;
import org.openedx.devdata.service.lms.userstate.StateVersion;
import org.openedx.devdata.service.lms.userstate.UserState;

/** Writes states and versions as lines of JSON, or as one JSON list; streams. Immutable. */
final class StateLines {

  private final PrintWriter out;
  private final boolean list;

  StateLines(Session session) {
    this.out = session.surroundings().out();
    this.list = session.json();
  }

  /** How many were written. */
  long states(Stream<UserState> states) {
    return write(states.map(StateLines::json));
  }

  /** How many were written. */
  long versions(Stream<StateVersion> versions) {
    return write(versions.map(StateLines::json));
  }

  private long write(Stream<ObjectNode> lines) {
    long written = 0;
    Iterator<ObjectNode> left = lines.iterator();
    // The first one may fail, and then nothing is to be on standard output.
    if (!left.hasNext()) {
      return 0;
    }
    out.print(list ? "[" : "");
    while (left.hasNext()) {
      String line = StateJson.write(left.next());
      out.print(list && written > 0 ? ",\n" + line : line);
      out.print(list ? "" : "\n");
      written++;
    }
    out.print(list ? "]\n" : "");
    return written;
  }

  private static ObjectNode json(UserState entry) {
    ObjectNode line = head(entry.username(), entry.block());
    line.set("state", entry.state());
    return line.put("updated", entry.updated().toString()).put("scope", entry.scope().word());
  }

  private static ObjectNode json(StateVersion version) {
    ObjectNode line = head(version.username(), version.block());
    version.state().ifPresentOrElse(state -> line.set("state", state), () -> line.putNull("state"));
    return line.put("updated", version.updated().toString()).put("scope", version.scope().word());
  }

  private static ObjectNode head(String username, UsageKey block) {
    ObjectNode line =
        JsonNodeFactory.instance.objectNode().put("user", username).put("block", block.text());
    // Only where the key alone does not say it, and then `state set --stdin` needs it.
    if (block.text().startsWith("i4x:")) {
      block.contextKey().ifPresent(course -> line.put("course", course.text()));
    }
    return line;
  }
}
