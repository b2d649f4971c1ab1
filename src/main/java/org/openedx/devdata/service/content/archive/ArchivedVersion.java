package org.openedx.devdata.service.content.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.spec.Position;

/**
 * One version of an entity.
 *
 * @param created unknown in files of the format; used for the times of zip entries
 * @param children of a container, in order; empty for a component
 * @param files attachments of a component; empty for a container
 * @param position where it stands
 */
public record ArchivedVersion(
    int number,
    String title,
    Optional<Instant> created,
    List<ArchivedChild> children,
    List<ArchivedFile> files,
    Position position) {

  public ArchivedVersion {
    children = List.copyOf(children);
    files = List.copyOf(files);
  }
}
