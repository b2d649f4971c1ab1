package org.openedx.devdata.cli.state;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import org.openedx.devdata.cli.console.Utf8Lines;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.cli.report.spool.ScratchFile;
import org.openedx.devdata.service.lms.userstate.BlockPlace;
import org.openedx.devdata.service.lms.userstate.StateChange;
import org.openedx.devdata.service.lms.userstate.UserStateException;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problem;
import org.openedx.devdata.spec.SpecException;

/**
 * Lines of learner state from standard input, of any number: checked on their way to a file, from
 * which they are read as often as they are needed, some thousand at a time. Not thread-safe.
 */
public final class StateInput implements AutoCloseable {

  /** Lines that are handed on together, unless they are long. */
  public static final int LINES_TOGETHER = 5_000;

  private static final int CHARACTERS_TOGETHER = 8_000_000;
  private static final int PROBLEMS_SHOWN = 100;
  private static final String SOURCE = "<stdin>";

  private final ScratchFile file;
  private final IdentityHashMap<StateChange, Integer> lineOf = new IdentityHashMap<>();

  private StateInput(ScratchFile file) {
    this.file = file;
  }

  /**
   * Reads all lines and checks their form.
   *
   * @throws SpecException with what is wrong, line by line
   */
  static StateInput read(InputStream in) {
    List<Problem> problems = new ArrayList<>();
    try {
      StateInput input = new StateInput(ScratchFile.create());
      OutputStream copy = new BufferedOutputStream(input.file.output());
      Utf8Lines lines = new Utf8Lines(new BufferedInputStream(in));
      for (byte[] line = lines.next();
          line != null && problems.size() < PROBLEMS_SHOWN;
          line = lines.next()) {
        check(line, lines.number(), problems);
        copy.write(line);
        copy.write('\n');
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

  private static void check(byte[] line, int number, List<Problem> problems) {
    try {
      String text = Utf8Lines.text(line);
      if (!text.isBlank()) {
        BlockPlace.of(StateLine.change(text).block());
      }
    } catch (CharacterCodingException e) {
      problems.add(problem(number, "the line is not UTF-8; convert it"));
    } catch (UsageException | UserStateException.InvalidState e) {
      problems.add(problem(number, e.getMessage()));
    }
  }

  private static Problem problem(int number, String message) {
    return new Problem(new Position(SOURCE, number, 1), message);
  }

  /**
   * Makes sure that all users of the lines are there.
   *
   * @param absent of some users, those who are not
   * @throws SpecException with the lines of those who are not
   */
  void checkUsers(Function<Collection<String>, Set<String>> absent) {
    List<Problem> problems = new ArrayList<>();
    Map<String, List<Integer>> linesOf = new HashMap<>();
    Lines lines = new Lines();
    int together = 0;
    for (String line = lines.next(); line != null; line = lines.next()) {
      linesOf.computeIfAbsent(StateLine.user(line), any -> new ArrayList<>()).add(lines.number());
      if (++together == LINES_TOGETHER) {
        report(linesOf, absent, problems);
        together = 0;
      }
    }
    report(linesOf, absent, problems);
    if (!problems.isEmpty()) {
      throw new SpecException(problems);
    }
  }

  private static void report(
      Map<String, List<Integer>> linesOf,
      Function<Collection<String>, Set<String>> absent,
      List<Problem> problems) {
    if (problems.size() < PROBLEMS_SHOWN) {
      List<Problem> found = new ArrayList<>();
      for (String user : absent.apply(linesOf.keySet())) {
        linesOf
            .get(user)
            .forEach(line -> found.add(problem(line, UserStateException.NoSuchUser.message(user))));
      }
      found.sort((one, other) -> one.position().compareTo(other.position()));
      problems.addAll(found.subList(0, Math.min(found.size(), PROBLEMS_SHOWN - problems.size())));
    }
    linesOf.clear();
  }

  /** The changes of all lines, in order, in parts; each iteration begins with the first line. */
  Iterable<List<StateChange>> parts() {
    return () -> {
      Lines lines = new Lines();
      return new Iterator<>() {
        private String line = lines.next();

        @Override
        public boolean hasNext() {
          return line != null;
        }

        @Override
        public List<StateChange> next() {
          if (line == null) {
            throw new NoSuchElementException();
          }
          lineOf.clear();
          List<StateChange> part = new ArrayList<>();
          for (int characters = 0;
              line != null && part.size() < LINES_TOGETHER && characters < CHARACTERS_TOGETHER;
              line = lines.next()) {
            StateChange change = StateLine.change(line);
            part.add(change);
            lineOf.put(change, lines.number());
            characters += line.length();
          }
          return part;
        }
      };
    };
  }

  /** Position of a change of the last part. */
  Position positionOf(StateChange change) {
    return new Position(SOURCE, lineOf.getOrDefault(change, 0), 1);
  }

  /** The lines of the file that are not blank. */
  private final class Lines {

    private final Utf8Lines lines = new Utf8Lines(new BufferedInputStream(file.input()));

    String next() {
      try {
        String text = null;
        do {
          byte[] line = lines.next();
          text = line == null ? null : new String(line, StandardCharsets.UTF_8);
        } while (text != null && text.isBlank());
        return text;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    int number() {
      return lines.number();
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
