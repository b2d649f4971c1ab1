package org.openedx.devdata.cli.state;

import java.util.Iterator;
import java.util.List;
import org.openedx.devdata.cli.console.Interruption;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.service.lms.userstate.Scope;
import org.openedx.devdata.service.lms.userstate.StateChange;
import org.openedx.devdata.service.lms.userstate.UserStateClient;
import org.openedx.devdata.service.lms.userstate.UserStateException;

/**
 * Writes all lines of an input or none, and says which of the two when it is interrupted, from the
 * first line that is read. Used once; not thread-safe but for the interruption.
 */
final class StateTransfer implements AutoCloseable {

  /** Phase in which an interruption finds it. */
  private enum Phase {
    CHECKING("interrupted; nothing was written"),
    WRITING("interrupted; nothing was written, the server rolls back what it had received"),
    COMMITTING(
        "interrupted while the lines were committed; `devdata state get` shows if they were"),
    DONE("interrupted; all lines were written");

    private final String message;

    Phase(String message) {
      this.message = message;
    }
  }

  private final Interruption.Phase shown;
  private volatile Phase phase = Phase.CHECKING;
  private long written;

  /** Begins to say what an interruption finds. */
  StateTransfer(Interruption interruption) {
    this.shown = interruption.during(() -> phase.message);
  }

  /**
   * Writes.
   *
   * @return how many lines
   * @throws org.openedx.devdata.spec.SpecException when users are not there; nothing was written
   * @throws RowProblem when a line cannot be written; nothing was
   */
  long run(StateInput lines, UserStateClient client) {
    try {
      lines.checkUsers(client::absent);
      phase = Phase.WRITING;
      client.setTogether(() -> counted(lines.parts().iterator()), Scope.USER_STATE);
      phase = Phase.DONE;
      return written;
    } catch (UserStateException e) {
      if (e.change().isEmpty()) {
        throw e;
      }
      throw new RowProblem(
          lines.positionOf(e.change().get()), e.getMessage() + "; nothing was written", e);
    } catch (DatabaseException e) {
      throw new DatabaseException(
          e.getMessage() + (phase == Phase.COMMITTING ? "" : "; nothing was written"), e);
    }
  }

  @Override
  public void close() {
    shown.close();
  }

  private Iterator<List<StateChange>> counted(Iterator<List<StateChange>> parts) {
    written = 0;
    phase = Phase.WRITING;
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        boolean more = parts.hasNext();
        if (!more) {
          phase = Phase.COMMITTING;
        }
        return more;
      }

      @Override
      public List<StateChange> next() {
        List<StateChange> part = parts.next();
        written += part.size();
        return part;
      }
    };
  }
}
