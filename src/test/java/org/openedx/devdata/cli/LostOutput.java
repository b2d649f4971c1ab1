package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.cli.report.failure.ExitCode;

/**
 * What commands do whose results cannot be written: on a device that is full, or where standard
 * output is closed. Stateless.
 */
final class LostOutput {

  /** Reasons that the operating system gives, and how they are reported. */
  private enum Reason {
    FULL("No space left on device", "no space is left where it goes"),
    CLOSED("Bad file descriptor", "it is closed");

    private final String system;
    private final String reported;

    Reason(String system, String reported) {
      this.system = system;
      this.reported = reported;
    }
  }

  private LostOutput() {}

  /**
   * Runs a command that prints something once more for each reason: closed from the start, and full
   * after half of it.
   *
   * @param printed what it prints, or a command like it
   * @return what is wrong with its answers
   */
  static List<String> faults(CommandLab lab, String printed, String... line) {
    List<String> faults = new ArrayList<>();
    for (Reason reason : printed.isEmpty() ? new Reason[0] : Reason.values()) {
      int room = reason == Reason.CLOSED ? 0 : printed.length() / 2;
      CommandLab.Result result = lab.runInto(new Limited(room, reason.system), line);
      String message =
          "devdata: results could not be written to standard output: " + reason.reported;
      if (result.code() == ExitCode.DONE || !result.err().contains(message)) {
        faults.add(
            "%s with room for %d of %d characters: exit code %d, %s"
                .formatted(reason, room, printed.length(), result.code(), result.err()));
      }
    }
    return faults;
  }

  /** Runs a command as {@link #faults}; fails when it ends as if all had been written. */
  static void check(CommandLab lab, String... line) {
    assertThat(faults(lab, lab.run(line).out(), line)).as(String.join(" ", line)).isEmpty();
  }

  /** Takes some bytes, then none. */
  private static final class Limited extends OutputStream {

    private final String reason;
    private int room;

    private Limited(int room, String reason) {
      this.room = room;
      this.reason = reason;
    }

    @Override
    public void write(int b) throws IOException {
      if (room == 0) {
        throw new IOException(reason);
      }
      room--;
    }
  }
}
