package org.openedx.devdata.service.content.tables;

import java.util.List;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Shown;

/** A learning package that a database does not have. */
public final class NoSuchPackageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NoSuchPackageException(String key, List<String> known) {
    super(
        "there is no learning package "
            + Shown.quoted(key)
            + DidYouMean.hint(
                key,
                known,
                known.isEmpty() ? "; there is none at all" : "; there is " + some(known)));
  }

  private static String some(List<String> known) {
    int shown = Math.min(known.size(), 5);
    return String.join(", ", known.subList(0, shown)) + (known.size() > shown ? ", ..." : "");
  }
}
