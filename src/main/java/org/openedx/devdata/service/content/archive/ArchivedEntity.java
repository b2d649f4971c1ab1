package org.openedx.devdata.service.content.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.openedx.devdata.service.content.containers.ContainerType;
import org.openedx.devdata.spec.Position;

/**
 * A component or container of an archive.
 *
 * @param key its key in the package
 * @param container its type; empty for a component
 * @param canStandAlone whether it was made on its own
 * @param draft number of the draft version; empty when it is deleted or never had one
 * @param published number of the published version; empty when unpublished
 * @param versions those that the archive holds: draft and published, and any that a pinned child
 *     names
 * @param position where it stands
 */
public record ArchivedEntity(
    String key,
    Optional<ContainerType> container,
    boolean canStandAlone,
    Instant created,
    OptionalInt draft,
    OptionalInt published,
    List<ArchivedVersion> versions,
    Position position) {

  public ArchivedEntity {
    versions = List.copyOf(versions);
  }
}
