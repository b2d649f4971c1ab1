package org.openedx.devdata.plan.row;

import java.util.List;
import org.openedx.devdata.spec.Position;

/** A record cannot be planned or written in this database; its transaction is rolled back. */
public final class RowProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Position position;

  public RowProblem(Position position, String message) {
    super(position + ": " + message);
    this.position = position;
  }

  public RowProblem(Position position, String message, Throwable cause) {
    super(position + ": " + message, cause);
    this.position = position;
  }

  /**
   * Several problems as one.
   *
   * @param problems at least one; the first gives the position
   * @param shown how many are said; others are only counted
   */
  public static RowProblem of(List<RowProblem> problems, int shown) {
    RowProblem first = problems.get(0);
    StringBuilder text = new StringBuilder(first.getMessage());
    problems.stream().limit(shown).skip(1).forEach(p -> text.append('\n').append(p.getMessage()));
    if (problems.size() > shown) {
      text.append("\nand ").append(problems.size() - shown).append(" more");
    }
    return new RowProblem(text.toString(), first);
  }

  private RowProblem(String message, RowProblem first) {
    super(message, first.getCause());
    this.position = first.position;
  }

  public Position position() {
    return position;
  }
}
