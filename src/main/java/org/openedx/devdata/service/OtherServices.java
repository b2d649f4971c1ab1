package org.openedx.devdata.service;

import java.util.Map;

/** Services of Open edX that devdata does not seed, by the names that devstack uses. */
final class OtherServices {

  /** Titles by name; one that comes to be seeded counts no longer. */
  static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry("discovery", "the course catalog"),
          Map.entry("credentials", "the credentials service"),
          Map.entry("registrar", "the registrar"),
          Map.entry("edx_notes_api", "the notes service"),
          Map.entry("notes", "the notes service"),
          Map.entry("forum", "the forum"),
          Map.entry("xqueue", "the queue of external graders"),
          Map.entry("insights", "the old analytics dashboard"),
          Map.entry("analytics_api", "the old analytics API"),
          Map.entry("enterprise_catalog", "the enterprise catalog"),
          Map.entry("license_manager", "the license manager"),
          Map.entry("designer", "the site designer"));

  private OtherServices() {}
}
