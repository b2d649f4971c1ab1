package org.openedx.devdata.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openedx.devdata.generate.checkpoint.RunRefusedException;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * A folder of this machine before a run writes to it. Immutable.
 *
 * @param path may not be there yet
 */
public record OutputFolder(Path path) {

  /**
   * Throws when something that a run would write to is a link: the rows would go elsewhere, over
   * what is there.
   */
  public void refuseLinks() throws IOException {
    for (Path file : ours()) {
      if (Files.isSymbolicLink(file)) {
        throw new RunRefusedException(
            "%s is a link to %s, and what it leads to would be overwritten; remove it, or give another folder"
                .formatted(file, Files.readSymbolicLink(file)));
      }
    }
  }

  /** A file of another user that a run may write to, and whose it is. */
  public Optional<String> ofAnotherUser() throws IOException {
    String user = System.getProperty("user.name", "");
    for (Path file : ours()) {
      String owner = Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).getName();
      if (!owner.equals(user)) {
        return Optional.of("%s is of the user %s".formatted(file.getFileName(), owner));
      }
    }
    return Optional.empty();
  }

  private List<Path> ours() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> isOurs(file.getFileName().toString())).sorted().toList();
    }
  }

  private static boolean isOurs(String name) {
    return name.matches("(checkpoint|manifest|failed|tracking).*")
        || Stream.of(DumpTable.values())
            .anyMatch(
                table -> name.startsWith(table.fileName()) || name.startsWith(table.tableName()));
  }
}
