package org.openedx.devdata.generate.config;

import org.openedx.devdata.spec.describe.ReferenceWriter;

/**
 * The reference of configurations as Markdown. Immutable.
 *
 * @param keys what a configuration may say
 */
public record ConfigReference(ConfigKeys keys) {

  private static final String INTRODUCTION =
      """
      # Reference of load-db configurations

      <!-- Generated from the descriptions of keys; do not edit. -->

      What a configuration of `devdata load-db` may say; [load-db.md](load-db.md) explains it. Values are written as in
      [specs](spec-reference.md#values), whole numbers also as `1_000_000`. A key with nothing behind it is absent. `devdata schema
      load-db` prints the same as JSON Schema, `devdata validate FILE` checks a file. A file that is only loaded
      (`load-db-from-s3`) needs none of the keys that are required here.

      """;

  /** The whole page. */
  public String page() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    for (ConfigKeys.Group group : keys.groups()) {
      page.append("## ").append(group.title()).append("\n\n");
      keys.backends().stream()
          .filter(backend -> backend.fields().stream().anyMatch(group.fields()::contains))
          .forEach(backend -> page.append(needs(backend)));
      page.append(new ReferenceWriter().keys(group.fields()));
    }
    return page.toString().stripTrailing() + "\n";
  }

  private static String needs(Backend backend) {
    StringBuilder text = new StringBuilder();
    for (NeededKey needed : backend.needs()) {
      text.append("Needed: `")
          .append(String.join("` or `", needed.anyOf()))
          .append("`; ")
          .append(needed.remedy())
          .append(".\n");
    }
    return text.length() == 0 ? "" : text.append('\n').toString();
  }
}
