package org.openedx.devdata.service.content.components;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.service.content.media.Media;
import org.openedx.devdata.service.content.publishing.Entity;
import org.openedx.devdata.service.content.publishing.Version;

/** A component with its versions. Changed only by {@link ComponentsApi}; not thread-safe. */
public final class Component {

  private final Entity entity;
  private final ComponentKey key;
  private final List<ComponentVersion> versions = new ArrayList<>();

  /**
   * A version of a component.
   *
   * @param attachments media by path
   */
  public record ComponentVersion(Version version, Map<String, Media> attachments) {}

  Component(Entity entity, ComponentKey key) {
    this.entity = entity;
    this.key = key;
  }

  public Entity entity() {
    return entity;
  }

  public ComponentKey key() {
    return key;
  }

  /** By ascending number. */
  public List<ComponentVersion> versions() {
    return Collections.unmodifiableList(versions);
  }

  void add(ComponentVersion version) {
    versions.add(version);
  }
}
