package org.openedx.devdata.service.content.collections;

import java.util.List;
import org.openedx.devdata.service.content.publishing.Entity;
import org.openedx.devdata.service.content.publishing.Moment;

/**
 * A named set of entities of one package; has no versions.
 *
 * @param enabled false for one that was deleted softly
 * @param modified when a member came last
 * @param members each once
 */
public record Collection(
    String key,
    String title,
    String description,
    boolean enabled,
    Moment created,
    Moment modified,
    List<Entity> members) {

  public Collection {
    members = List.copyOf(members);
  }
}
