package org.openedx.devdata.service.content.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The layouts of authored content, oldest first. */
public enum Layout {
  /** Eight apps with tables {@code oel_*}: openedx-learning up to 0.30, Open edX up to Ulmo. */
  L1("L1", "separate apps, tables oel_*", "openedx-learning up to 0.30 (Ulmo)"),
  /** One app with tables {@code openedx_content_*}: 0.31 to 0.34. */
  L2("L2", "merged", "openedx-learning 0.31 to openedx-core 0.34"),
  /** Content became media: openedx-core 0.35 to 0.37. */
  L3("L3", "merged, media", "openedx-core 0.35 to 0.37"),
  /** Container types: openedx-core 0.38 and 0.39. */
  L4("L4", "merged, media, container types", "openedx-core 0.38 and 0.39"),
  /** Refs and codes: openedx-core 0.43 and later. */
  CURRENT("current", "merged, media, container types, refs and codes", "openedx-core 0.43 to 1.15");

  private final String label;
  private final String meaning;
  private final String releases;

  Layout(String label, String meaning, String releases) {
    this.label = label;
    this.meaning = meaning;
    this.releases = releases;
  }

  /** Name as people write it: {@code L1}, {@code current}. */
  public String label() {
    return label;
  }

  /** Description of its differences, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** Releases of upstream's package that make it. */
  public String releases() {
    return releases;
  }

  /** Returns whether its tables are those of the one merged app. */
  public boolean isMerged() {
    return this != L1;
  }

  /** This one and all later ones, oldest first. */
  List<Layout> andLater() {
    return Arrays.stream(values()).filter(other -> other.compareTo(this) >= 0).toList();
  }

  /** The layout of a label, whatever its case. */
  public static Optional<Layout> of(String label) {
    return Arrays.stream(values())
        .filter(layout -> layout.label.equalsIgnoreCase(label))
        .findFirst();
  }

  /** All labels, for messages. */
  public static String labels() {
    return Arrays.stream(values()).map(Layout::label).collect(Collectors.joining(", "));
  }
}
