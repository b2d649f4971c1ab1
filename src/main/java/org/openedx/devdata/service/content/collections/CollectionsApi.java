package org.openedx.devdata.service.content.collections;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openedx.devdata.service.content.publishing.HistoryException;
import org.openedx.devdata.spec.Collation;

/** The collections of one package. Not thread-safe. */
public final class CollectionsApi {

  private final Map<String, Collection> collections = new LinkedHashMap<>();

  /**
   * Adds a collection.
   *
   * @throws HistoryException when its key is taken; before the current layout the column did not
   *     distinguish upper from lower case
   */
  public void create(Collection collection) {
    Collection before = collections.putIfAbsent(Collation.fold(collection.key()), collection);
    if (before != null) {
      throw new HistoryException(
          "collection '"
              + collection.key()
              + "' has the key of '"
              + before.key()
              + "', as the database compares it; choose another key");
    }
  }

  /** All in the order of their making. */
  public java.util.Collection<Collection> all() {
    return Collections.unmodifiableCollection(collections.values());
  }
}
