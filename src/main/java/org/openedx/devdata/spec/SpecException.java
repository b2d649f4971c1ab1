package org.openedx.devdata.spec;

import java.util.List;
import java.util.stream.Collectors;

/** A spec or configuration is invalid; carries every problem found. Exit code 3. */
public final class SpecException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public SpecException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public SpecException(Position position, String message) {
    this(List.of(new Problem(position, message)));
  }

  public List<Problem> problems() {
    return problems;
  }
}
