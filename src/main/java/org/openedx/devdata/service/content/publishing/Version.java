package org.openedx.devdata.service.content.publishing;

import java.util.List;

/** One version of an entity; never changed. Compared by identity. */
public final class Version {

  private final Entity entity;
  private final int number;
  private final String title;
  private final Moment created;
  private final List<Entity> dependencies;

  Version(Entity entity, int number, String title, Moment created, List<Entity> dependencies) {
    this.entity = entity;
    this.number = number;
    this.title = title;
    this.created = created;
    this.dependencies = List.copyOf(dependencies);
  }

  public Entity entity() {
    return entity;
  }

  public int number() {
    return number;
  }

  public String title() {
    return title;
  }

  public Moment created() {
    return created;
  }

  /** Entities whose latest version it shows, each once, one level deep. */
  public List<Entity> dependencies() {
    return dependencies;
  }

  @Override
  public String toString() {
    return entity + " v" + number;
  }
}
