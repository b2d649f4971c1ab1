package org.openedx.devdata.generate.config;

import java.net.URI;
import java.net.URISyntaxException;
import org.openedx.devdata.spec.Shown;

/** Checks URLs. Stateless. */
final class Urls {

  private Urls() {}

  /** Adds a problem unless the value is an absolute URL of a web server. */
  static void check(Entry entry, String key, String url) {
    try {
      URI uri = new URI(url);
      if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?")) {
        return;
      }
    } catch (URISyntaxException notOne) {
      // Told below.
    }
    entry.problem(
        key, key + " is '" + Shown.cut(url) + "'; write a URL such as http://host:port/path");
  }
}
