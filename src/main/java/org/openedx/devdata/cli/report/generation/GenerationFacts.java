package org.openedx.devdata.cli.report.generation;

import java.time.LocalDate;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.Slice;

/**
 * Facts that are known of a load before it runs.
 *
 * @param source the configuration's name
 * @param destination where rows go
 * @param config the configuration
 */
public record GenerationFacts(String source, String destination, GenerationConfig config) {

  /** The word for one of what the stream is made of. */
  String noun() {
    return config.backend().log(config).isPresent() ? "line" : "statement";
  }

  /** The first lines of a report. */
  void head(TextOut out) {
    out.println(out.paint().bold(source + " -> " + destination));
    Slice slice = config.output().slice();
    out.println(
        "  seed %d, %s to %s%s"
            .formatted(
                config.world().seed(),
                LocalDate.ofEpochDay(config.world().startDay()),
                LocalDate.ofEpochDay(config.world().endDay() - 1),
                slice.equals(Slice.WHOLE) ? "" : ", slice " + slice));
  }
}
