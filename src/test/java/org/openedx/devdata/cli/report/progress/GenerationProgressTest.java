package org.openedx.devdata.cli.report.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.cli.report.text.Paint;
import org.openedx.devdata.cli.report.text.Sizes;
import org.openedx.devdata.world.dump.DumpTable;

class GenerationProgressTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void tellsRowsRateBytesAndTimeLeft() {
    assertThat(
            new GenerationPace(DumpTable.XAPI, 1_000_000, 10_000_000, 94_000_000, 2 * SECOND)
                .line())
        .isEqualTo("xapi_events_all: 1,000,000 of 10,000,000 rows, 500,000/s, 94 MB, 18 s left");
  }

  @Test
  void promisesNoEndWhenItIsNotKnown() {
    assertThat(new GenerationPace(DumpTable.OBJECT_TAG, 10, -1, 0, SECOND).line())
        .isEqualTo("object_tag: 10 rows, 10/s");
  }

  @Test
  void onATerminalItIsABar() {
    assertThat(
            new GenerationPace(DumpTable.XAPI, 2_500_000, 10_000_000, 94_000_000, 2 * SECOND).bar())
        .isEqualTo("xapi_events_all   ██░░░░░░░░  25%  2.5 M at 1.3 M/s, 94 MB, 6.0 s left");
    assertThat(new GenerationPace(DumpTable.TAG, 29, 29, 0, SECOND).bar())
        .isEqualTo("tag               ██████████ 100%  29 at 29/s");
    assertThat(new GenerationPace(DumpTable.OBJECT_TAG, 10, -1, 0, SECOND).bar())
        .isEqualTo("object_tag        10 at 10/s");
  }

  @Test
  void theLongestBarFitsALine() {
    GenerationPace pace =
        new GenerationPace(
            DumpTable.COURSE_ENROLLMENT, 1_999_999_999, 9_999_999_999L, 999_000_000, 700 * SECOND);
    assertThat(pace.bar()).hasSizeLessThan(79).endsWith(" left");
  }

  @Test
  void aTableThatTookLongIsToldWhenItEnds() {
    StringWriter text = new StringWriter();
    Progress progress =
        Progress.on(new PrintWriter(text), Paint.OFF, Progress.Pace.LINE, "load-db");
    GenerationProgress listener = new GenerationProgress(progress);
    listener.began(DumpTable.XAPI, 1_000);
    listener.advanced(DumpTable.XAPI, 250, 4_000);
    progress.write(Duration.ofSeconds(2));
    listener.ended(DumpTable.XAPI);
    listener.close();

    assertThat(text.toString()).startsWith("\rxapi_events_all   ██░░░░░░░░  25%  250 at ");
    assertThat(listener.took()).containsOnlyKeys(DumpTable.XAPI);
    assertThat(new GenerationPace(DumpTable.XAPI, 3_000_000, 0, 94_000_000, 2 * SECOND).end())
        .isEqualTo("xapi_events_all: 3,000,000 rows in 2.0 s, 1,500,000/s, 94 MB");
  }

  @ParameterizedTest
  @CsvSource({
    "999, 999 B",
    "1000, 1.0 kB",
    "9949, 9.9 kB",
    "999600, 1.0 MB",
    "120000000000, 120 GB"
  })
  void bytesHaveTwoOrThreeDigits(long bytes, String shown) {
    assertThat(Sizes.of(bytes)).isEqualTo(shown);
  }
}
