package org.openedx.devdata.generate.config.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.GenerationConfigReader;
import org.openedx.devdata.generate.destination.Backends;

/**
 * Configurations of {@code journeys}: the samples of xapi-db-load where they are, and one of ours.
 */
public final class PeerSamples {

  private static final Path SAMPLES = Path.of("../shared/fixtures/xapi_db_load");
  private static final Path OURS = Path.of("example_configs", "journeys.yaml");

  private PeerSamples() {}

  /** The text of a sample, or of ours where it is not there. */
  public static String text(String sample) {
    Path file = SAMPLES.resolve(sample + ".yaml");
    try {
      return Files.readString(Files.exists(file) ? file : OURS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of ours. */
  public static String ours() {
    return text("");
  }

  /** A reader with a clock of its own. */
  public static GenerationConfigReader reader() {
    return Backends.reader("load.yaml", name -> null, Instant.parse("2026-03-01T12:00:00Z"));
  }

  /** The configuration that a text describes, of a world that ends at a moment. */
  public static GenerationConfig readAt(String text, String moment) {
    return read(text.replaceAll("(?m)^  now: .*$", "  now: '" + moment + "'"));
  }

  /** The configuration that a text describes. */
  public static GenerationConfig read(String text) {
    return reader().read(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }
}
