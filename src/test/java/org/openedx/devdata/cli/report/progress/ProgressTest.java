package org.openedx.devdata.cli.report.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.cli.report.run.Changes;
import org.openedx.devdata.cli.report.text.Paint;

class ProgressTest {

  private final StringWriter text = new StringWriter();

  private Progress progress(Progress.Pace pace) {
    return Progress.on(new PrintWriter(text), Paint.OFF, pace, "reading specs");
  }

  @Test
  void whatIsQuickIsNotTold() {
    progress(Progress.Pace.LINE).close();
    progress(Progress.Pace.LINES).close();

    assertThat(text.toString()).isEmpty();
  }

  @Test
  void onATerminalOneLineIsWrittenAgainAndRemoved() {
    Progress progress = progress(Progress.Pace.LINE);
    progress.write(Duration.ofMillis(1_200));
    progress.progress(Changes.entry(1), "users", 5_000, 20_000);
    progress.write(Duration.ofMillis(2_400));
    progress.close();

    assertThat(text.toString())
        .isEqualTo(
            "\rreading specs (1.2 s)\u001b[K\rlms: users, 5,000 of 20,000 (2.4 s)\u001b[K\r\u001b[K");
  }

  @Test
  void inALogEachStateIsALine() {
    Progress progress = progress(Progress.Pace.LINES);
    progress.write(Duration.ofSeconds(10));
    progress.entryStarted(Changes.entry(1), "");
    progress.write(Duration.ofSeconds(20));
    progress.close();

    assertThat(text.toString()).isEqualTo("reading specs (10 s)\nlms: lms.yaml (20 s)\n");
  }

  @Test
  void notesDoNotMixWithTheLine() {
    Progress progress = progress(Progress.Pace.LINE);
    progress.write(Duration.ofMillis(1_200));
    progress.note("starting a server");
    progress.close();

    assertThat(text.toString())
        .isEqualTo("\rreading specs (1.2 s)\u001b[K\r\u001b[Kstarting a server\n");
  }

  @Test
  void quietTellsWarningsOnly() {
    Progress progress = progress(Progress.Pace.NONE);
    progress.note("starting a server");
    progress.warning("look at this");
    progress.close();

    assertThat(text.toString()).isEqualTo("warning: look at this\n");
  }
}
