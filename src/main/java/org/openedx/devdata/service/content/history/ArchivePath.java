package org.openedx.devdata.service.content.history;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;

/** Paths of archives as records of packages name them. Stateless. */
public final class ArchivePath {

  private ArchivePath() {}

  /**
   * Finds a file that can be read.
   *
   * @param written the path, as the record has it
   * @return empty when there is none, which is then a problem
   */
  public static Optional<Path> find(String written, SpecRecord record, Problems problems) {
    Position position = record.positionOf("archive");
    try {
      Path path = SpecPaths.resolve(written, position);
      if (Files.isRegularFile(path) && Files.isReadable(path)) {
        return Optional.of(path);
      }
      problems.add(position, fault(path));
    } catch (InvalidPathException e) {
      problems.add(position, Shown.quoted(written) + " is no path on this machine");
    }
    return Optional.empty();
  }

  private static String fault(Path path) {
    String shown = Shown.quoted(path.toString());
    if (Files.isRegularFile(path)) {
      return "may not read " + shown + "; change its rights";
    }
    return Files.exists(path)
        ? shown + " is no file but a folder or a device"
        : "there is no file " + shown;
  }
}
