package org.openedx.devdata.service.content.containers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openedx.devdata.service.content.publishing.Entity;
import org.openedx.devdata.service.content.publishing.Version;

/** A container with its versions. Changed only by {@link ContainersApi}; not thread-safe. */
public final class Container {

  private final Entity entity;
  private final ContainerType type;
  private final List<ContainerVersion> versions = new ArrayList<>();

  /**
   * A version of a container.
   *
   * @param list its children; shared with the version before when only the title changed
   */
  public record ContainerVersion(Version version, EntityList list) {}

  Container(Entity entity, ContainerType type) {
    this.entity = entity;
    this.type = type;
  }

  public Entity entity() {
    return entity;
  }

  public ContainerType type() {
    return type;
  }

  /** By ascending number. */
  public List<ContainerVersion> versions() {
    return Collections.unmodifiableList(versions);
  }

  void add(ContainerVersion version) {
    versions.add(version);
  }
}
