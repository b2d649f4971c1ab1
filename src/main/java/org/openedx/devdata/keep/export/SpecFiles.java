package org.openedx.devdata.keep.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.bytes.FileFailure;
import org.openedx.devdata.plan.kind.RecordDraft;
import org.openedx.devdata.spec.Kind;

/**
 * The spec files of one service as they are written: a second one where one would be larger than a
 * load reads. Not thread-safe.
 */
final class SpecFiles implements AutoCloseable {

  /** Well below what a load reads of one file. */
  private static final long SIZE = 32L << 20;

  private final Path folder;
  private final String ida;
  private final Map<String, Object> settings;
  private final long size;
  private final List<String> names = new ArrayList<>();
  private BufferedWriter out;
  private long written;
  private Kind kind;

  SpecFiles(Path folder, String ida, Map<String, Object> settings) {
    this(folder, ida, settings, SIZE);
  }

  /**
   * @param settings what stands at the top of each file
   * @param size number of characters after which the next file begins
   */
  SpecFiles(Path folder, String ida, Map<String, Object> settings, long size) {
    this.folder = folder;
    this.ida = ida;
    this.settings = settings;
    this.size = size;
  }

  /** Writes records of a kind; kinds come one after the other. */
  void write(Kind of, List<RecordDraft> records) {
    if (records.isEmpty()) {
      return;
    }
    DraftText text = new DraftText();
    records.forEach(text::add);
    try {
      if (out == null || written > size) {
        next();
      }
      if (kind != of) {
        put("\n" + of.name() + ":\n");
        kind = of;
      }
      put(text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(
          FileFailure.at(folder.resolve(names.get(names.size() - 1)), e));
    }
  }

  private void next() throws IOException {
    if (out != null) {
      out.close();
    }
    String name = name(ida, names.size() + 1);
    names.add(name);
    out = Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
    written = 0;
    kind = null;
    put(ExportFolder.HEAD + "\n");
    for (Map.Entry<String, Object> setting : settings.entrySet()) {
      put(setting.getKey() + ": " + ScalarText.of(setting.getValue()) + "\n");
    }
  }

  private void put(String text) throws IOException {
    out.write(text);
    written += text.length();
  }

  /** Name of a service's files, of which the first has the number 1. */
  static String name(String ida, int number) {
    return number == 1 ? ida + ".yaml" : ida + "-" + number + ".yaml";
  }

  /**
   * Ends the last file.
   *
   * @return the names; none for a service without records
   */
  List<String> complete() {
    close();
    return List.copyOf(names);
  }

  @Override
  public void close() {
    try {
      if (out != null) {
        out.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          FileFailure.at(folder.resolve(names.get(names.size() - 1)), e));
    }
  }
}
