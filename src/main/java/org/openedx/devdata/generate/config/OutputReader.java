package org.openedx.devdata.generate.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.lake.LakeFormat;
import org.openedx.devdata.spec.Shown;

/** Reads how the output is cut and coded. */
final class OutputReader {

  private final Entry entry;
  private final Backend backend;

  OutputReader(Entry entry, Backend backend) {
    this.entry = entry;
    this.backend = backend;
  }

  GenerationConfig.Output read(Optional<Slice> asked) {
    return read(asked, destination());
  }

  /** As {@link #read}, of files that need not be written anywhere. */
  GenerationConfig.Output readForLoading(Optional<Slice> asked) {
    return read(asked, entry.isGiven("csv_output_destination") ? destination() : null);
  }

  private GenerationConfig.Output read(Optional<Slice> asked, String destination) {
    String lakeFormat = lakeFormat();
    String compression = entry.text("compression", backend.compression(lakeFormat));
    OptionalInt level =
        entry.has("compression_level")
            ? OptionalInt.of((int) entry.number("compression_level", -7, 22, 1))
            : OptionalInt.empty();
    if (level.isPresent() && (compression.equals("lz4") || compression.equals("none"))) {
      entry.problem(
          "compression_level", "compression " + compression + " has no levels; remove it");
    }
    if (Codecs.NAMES.contains(compression)) {
      checkLevel(compression, level);
    } else {
      entry.problem(
          "compression",
          "unknown compression '"
              + Shown.cut(compression)
              + "'"
              + Entry.oneOf(compression, Codecs.NAMES));
    }
    return new GenerationConfig.Output(
        (int) entry.number("threads", 1, 1024, Runtime.getRuntime().availableProcessors()),
        lakeFormat,
        compression,
        level,
        slice(asked),
        entry.number("rows_per_file", 0, Long.MAX_VALUE, 0),
        entry.flag("pii", true),
        (int) entry.number("retry_seconds", 0, 86_400, 180),
        destination);
  }

  private void checkLevel(String compression, OptionalInt level) {
    try {
      Codecs.of(compression, level);
    } catch (IllegalArgumentException outOfRange) {
      entry.problem("compression_level", outOfRange.getMessage());
    }
  }

  private String lakeFormat() {
    String name = entry.text("lake_format", LakeFormat.NAMES.get(0));
    if (!LakeFormat.NAMES.contains(name)) {
      entry.problem(
          "lake_format",
          "lake_format is '" + Shown.cut(name) + "'" + Entry.oneOf(name, LakeFormat.NAMES));
    }
    return name;
  }

  private Slice slice(Optional<Slice> asked) {
    String text = entry.text("slice", null);
    if (text == null || asked.isPresent()) {
      return asked.orElse(Slice.WHOLE);
    }
    Optional<Slice> slice = Slice.parse(text);
    if (slice.isEmpty()) {
      entry.problem(
          "slice", "slice is '" + Shown.cut(text) + "'; write a part of the whole, such as 3/8");
    }
    return slice.orElse(Slice.WHOLE);
  }

  private String destination() {
    String log = entry.text("vector_output_destination", "-");
    entry.has("csv_output_destination"); // Known to every back end, so that one may be exchanged.
    if (backend.writesLog()) {
      return log.equals("-") ? null : checkedLog(log);
    }
    String destination = entry.text("csv_output_destination", null);
    if (destination == null) {
      return null;
    }
    if (!FilePlace.isUrl(destination)) {
      checkFolder(entry, "csv_output_destination", destination);
    } else {
      FilePlace.fault(destination)
          .ifPresent(fault -> entry.problem("csv_output_destination", fault));
    }
    return destination;
  }

  private String checkedLog(String log) {
    try {
      Path file = Path.of(log).toAbsolutePath();
      if (Files.isDirectory(file) || !Files.isDirectory(file.getParent())) {
        entry.problem(
            "vector_output_destination",
            "cannot write to '"
                + Shown.cut(log)
                + "'; give a file in a folder that is there, or - for standard output");
      }
    } catch (InvalidPathException notOne) {
      entry.problem(
          "vector_output_destination", "'" + Shown.cut(log) + "' is no path; give a file's");
    }
    return log;
  }

  /** Reports a folder in which nothing can be written, or which cannot be made. */
  static void checkFolder(Entry entry, String key, String folder) {
    try {
      Path existing = Path.of(folder).toAbsolutePath();
      while (existing != null && !Files.exists(existing)) {
        existing = existing.getParent();
      }
      if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(existing)) {
        entry.problem(
            key,
            "cannot write to '"
                + Shown.cut(folder.toString())
                + "'; give a folder that can be written to");
      }
    } catch (InvalidPathException notOne) {
      entry.problem(key, "'" + Shown.cut(folder) + "' is no path; give a folder's");
    }
  }
}
