package org.openedx.devdata.service.content.rows;

import java.util.regex.Pattern;
import org.openedx.devdata.service.content.collections.Collection;
import org.openedx.devdata.service.content.components.Component;
import org.openedx.devdata.service.content.containers.Container;
import org.openedx.devdata.service.content.history.PackageHistory;
import org.openedx.devdata.service.content.publishing.Entity;
import org.openedx.devdata.service.content.publishing.Origin;
import org.openedx.devdata.spec.Problems;

/** Rules of the current layout for codes, which older ones do not have. Stateless. */
final class CurrentCodes {

  private static final int LONGEST = 255;
  private static final Pattern CODE = Pattern.compile("[\\w.-]+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern COLLECTION = Pattern.compile("[a-zA-Z0-9_.-]+");

  private CurrentCodes() {}

  /** Adds the keys that a database of the current layout refuses. */
  static void check(PackageHistory history, Problems problems) {
    for (Component component : history.components().all()) {
      check(component.key().localKey(), CODE, origin(component.entity()), problems);
    }
    for (Container container : history.containers().all()) {
      check(container.entity().key(), CODE, origin(container.entity()), problems);
    }
    for (Collection collection : history.collections().all()) {
      check(collection.key(), COLLECTION, collection.created().origin(), problems);
    }
  }

  private static Origin origin(Entity entity) {
    return entity.created().origin();
  }

  private static void check(String code, Pattern form, Origin origin, Problems problems) {
    if (!form.matcher(code).matches() || code.codePointCount(0, code.length()) > LONGEST) {
      problems.add(
          origin.position(),
          "key '"
              + code
              + "' does not fit the current layout, which takes up to "
              + LONGEST
              + " letters, digits and . _ -; choose another, or a database of an older layout");
    }
  }
}
