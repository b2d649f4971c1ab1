package org.openedx.devdata.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Steps of a clock, as they are seen afterwards: all that was noted before is off by one. */
public final class ClockSteps {

  /** Seconds by which a clock was set: corrections, time zones, summers, batteries, years. */
  public static final List<Long> SECONDS =
      Stream.of(6L, 90L, 3_600L, 86_400L, 400 * 86_400L, 30_000 * 86_400L)
          .flatMap(step -> Stream.of(step, -step))
          .toList();

  private ClockSteps() {}

  /** Lets all files of a folder look as if the clock had been set since. */
  public static void age(Path folder, long seconds) throws IOException {
    FileTime time = FileTime.from(Instant.now().minus(Duration.ofSeconds(seconds)));
    try (Stream<Path> files = Files.walk(folder)) {
      files.forEach(file -> set(file, time));
    } catch (UncheckedIOException e) {
      // A server makes and removes files of its own meanwhile.
      if (!(e.getCause() instanceof NoSuchFileException)) {
        throw e;
      }
    }
  }

  private static void set(Path file, FileTime time) {
    try {
      Files.setLastModifiedTime(file, time);
    } catch (NoSuchFileException gone) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
