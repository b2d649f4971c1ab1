package org.openedx.devdata.generate.config;

import java.util.Optional;
import java.util.OptionalInt;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.world.keys.WorldKeys;

/** Reads how the output is cut and coded. Immutable. */
record OutputReader(ConfigReading reading, Backend backend) {

  private static final String DESTINATION = "csv_output_destination";
  private static final String LEVEL = "compression_level";

  /**
   * The output.
   *
   * @param asked the slice of the command line, which wins over the file's
   */
  GenerationConfig.Output read(Optional<Slice> asked) {
    ConfigValues values = reading.values();
    String compression = values.text("compression").orElseGet(() -> backend.compression(values));
    OptionalInt level =
        values.isGiven(LEVEL) ? OptionalInt.of(values.number(LEVEL, 1)) : OptionalInt.empty();
    checkLevel(compression, level);
    checkDestination();
    return new GenerationConfig.Output(
        values.number("threads", Runtime.getRuntime().availableProcessors()),
        compression,
        level,
        asked.orElseGet(this::slice),
        values.record().whole("rows_per_file").orElse(0L),
        values.record().bool(WorldKeys.PII),
        values.record().bool(WorldKeys.VIDEO_TIMES),
        values.number("retry_seconds"),
        values.text(DESTINATION).orElse(null));
  }

  private void checkLevel(String compression, OptionalInt level) {
    if (level.isPresent() && (compression.equals("lz4") || compression.equals("none"))) {
      reading.problem(LEVEL, "compression " + compression + " has no levels; remove it");
      return;
    }
    try {
      Codecs.of(compression, level);
    } catch (IllegalArgumentException outOfRange) {
      reading.problem(LEVEL, outOfRange.getMessage());
    }
  }

  private void checkDestination() {
    Optional<String> destination = reading.values().text(DESTINATION);
    if (destination.filter(FilePlace::isUrl).isPresent()) {
      FilePlace.fault(destination.get()).ifPresent(fault -> reading.problem(DESTINATION, fault));
    } else {
      reading.folder(DESTINATION);
    }
  }

  private Slice slice() {
    Optional<String> text = reading.values().text("slice");
    Optional<Slice> slice = text.flatMap(Slice::parse);
    if (text.isPresent() && slice.isEmpty()) {
      reading.problem(
          "slice",
          "slice is %s; write a part of the whole, such as 3/8"
              .formatted(Shown.quoted(text.get())));
    }
    return slice.orElse(Slice.WHOLE);
  }
}
