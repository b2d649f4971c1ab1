package org.openedx.devdata.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.openedx.devdata.cli.report.ScratchFile;
import org.openedx.devdata.service.lms.userstate.StateChange;
import org.openedx.devdata.service.lms.userstate.StateJson;
import org.openedx.devdata.service.lms.userstate.UserStateException;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problem;
import org.openedx.devdata.spec.SpecException;

/**
 * Lines of {@code {"user": ..., "block": ..., "state": {...}}}, of any number: all of them are read
 * and checked, on their way to a file, before the first one is handed on. Not thread-safe.
 */
final class StateInput implements AutoCloseable {

  /** Lines that are handed on together. */
  static final int LINES_TOGETHER = 5_000;

  private static final int PROBLEMS_SHOWN = 100;
  private static final String SOURCE = "<stdin>";

  private final ScratchFile file;

  private StateInput(ScratchFile file) {
    this.file = file;
  }

  /**
   * Reads and checks all lines.
   *
   * @throws SpecException with what is wrong, line by line
   */
  static StateInput read(InputStream in) {
    List<Problem> problems = new ArrayList<>();
    try {
      StateInput input = new StateInput(ScratchFile.create());
      Writer copy =
          new BufferedWriter(new OutputStreamWriter(input.file.output(), StandardCharsets.UTF_8));
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        int number = 0;
        for (String line = lines.readLine();
            line != null && problems.size() < PROBLEMS_SHOWN;
            line = lines.readLine()) {
          number++;
          if (!line.isBlank()) {
            check(line, number, problems);
            copy.append(line).append('\n');
          }
        }
      }
      copy.flush();
      if (!problems.isEmpty()) {
        input.close();
        throw new SpecException(problems);
      }
      return input;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(String line, int number, List<Problem> problems) {
    try {
      StateChange change = change(line);
      org.openedx.devdata.service.lms.userstate.BlockPlace.of(change.block());
    } catch (UsageException | UserStateException.InvalidState e) {
      problems.add(new Problem(new Position(SOURCE, number, 1), e.getMessage()));
    }
  }

  private static StateChange change(String line) {
    ObjectNode object = StateJson.parse(line);
    String course = object.has("course") ? text(object, "course") : null;
    JsonNode state = object.get("state");
    if (!(state instanceof ObjectNode fields)) {
      throw new UsageException("\"state\" must be an object; give {} for a state without fields");
    }
    return new StateChange(
        text(object, "user"), StateArguments.block(text(object, "block"), course), fields);
  }

  private static String text(ObjectNode object, String name) {
    JsonNode value = object.get(name);
    if (value == null || !value.isTextual()) {
      throw new UsageException("\"" + name + "\" must be given as a text");
    }
    return value.textValue();
  }

  /** Hands the lines on, in order, some thousand at a time. */
  void forEach(Consumer<List<StateChange>> taker) {
    try {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(file.input(), StandardCharsets.UTF_8));
      List<StateChange> together = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        together.add(change(line));
        if (together.size() == LINES_TOGETHER) {
          taker.accept(together);
          together = new ArrayList<>();
        }
      }
      if (!together.isEmpty()) {
        taker.accept(together);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
