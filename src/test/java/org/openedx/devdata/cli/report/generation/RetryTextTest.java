package org.openedx.devdata.cli.report.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.cli.report.text.Paint;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.generate.Redelivery;

/** The last line of a second delivery: what has arrived, and what is still to be sent. */
class RetryTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 | 0 | 0 | Sent: nothing, because nothing is left in failed.",
        "1 | 1 | 0 | 0 | Sent: 1 batch with 1 row to LRS; nothing is left in failed.",
        "3 | 1500 | 0 | 0 | Sent: 3 batches with 1,500 rows to LRS; nothing is left in failed.",
        "2 | 20 | 1 | 10 | Sent: 2 batches with 20 rows to LRS; 1 batch with 10 rows left in failed.",
        "0 | 0 | 2 | 7 | Sent: 0 batches with 0 rows to LRS; 2 batches with 7 rows left in failed.",
      })
  void whatIsLeftIsNeverPassedOver(long sent, long rows, long left, long leftRows, String line) {
    StringWriter text = new StringWriter();
    TextOut out = new TextOut(new PrintWriter(text), Paint.OFF, false, false);

    new RetryText()
        .write(
            RetryResult.of("failed", "LRS", new Redelivery.Sent(sent, rows, left, leftRows)), out);

    assertThat(text.toString().strip()).isEqualTo(line);
  }
}
