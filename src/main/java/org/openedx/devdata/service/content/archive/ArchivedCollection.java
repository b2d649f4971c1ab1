package org.openedx.devdata.service.content.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.spec.Position;

/**
 * A collection of an archive.
 *
 * @param modified unknown in files of the format; used for the times of zip entries
 * @param entities keys of its members, in order of their bytes
 */
public record ArchivedCollection(
    String key,
    String title,
    String description,
    Instant created,
    Optional<Instant> modified,
    List<String> entities,
    Position position) {

  public ArchivedCollection {
    entities = List.copyOf(entities);
  }
}
