package org.openedx.devdata.keep.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The folder that an export writes to. Immutable. */
public record ExportFolder(Path path) {

  /** Name of the top-level spec. */
  public static final String TOP = "top.yaml";

  /**
   * Names of files that are there and that an export of services would replace.
   *
   * @param services names of the services
   */
  public List<String> existing(List<String> services) {
    List<String> found = new ArrayList<>();
    Stream.concat(Stream.of(TOP), services.stream().map(ida -> ida + ".yaml"))
        .filter(name -> Files.exists(path.resolve(name)))
        .forEach(found::add);
    return found;
  }

  /** Makes the folder, unless it is there. */
  public void make() {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the top-level spec that lists all files of an export. */
  public void writeTop(List<ExportResult> results) {
    StringBuilder text = new StringBuilder("# Written by devdata export.\n");
    for (ExportResult result : results) {
      for (String file : result.files()) {
        text.append("- ida: ").append(result.ida()).append('\n');
        text.append("  path: ").append(file).append('\n');
      }
    }
    try {
      Path part = path.resolve(TOP + ".part");
      Files.writeString(part, text, StandardCharsets.UTF_8);
      Files.move(part, path.resolve(TOP), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
