package org.openedx.devdata.spec;

import java.util.List;

/**
 * Descriptor of a service's spec file.
 *
 * @param ida the service's key in a top-level spec, such as {@code lms}
 * @param summary one sentence for the reference
 * @param settings top-level keys that are not record kinds, such as {@code create_missing}
 * @param kinds record kinds in the order in which they are loaded, whatever their order in the file
 */
public record ServiceDescriptor(
    String ida, String summary, List<Field> settings, List<Kind> kinds) {

  public ServiceDescriptor {
    settings = List.copyOf(settings);
    kinds = List.copyOf(kinds);
  }

  /** The settings as a kind of their own, so that they are read by the same code as records. */
  public Kind settingsKind() {
    return new Kind(
        kinds.isEmpty() ? ida : "settings",
        List.of(),
        "Settings of the whole file.",
        settings,
        List.of());
  }
}
