package org.openedx.devdata.generate.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a load goes; the second name, if any, is that of the older dialect, or a plainer one. */
public enum Backend {
  CSV("csv_file"),
  CLICKHOUSE(null),
  RALPH("ralph_clickhouse"),
  VECTOR(null),
  CHDB("lake"),
  DISCARD(null);

  private final String otherName;

  Backend(String otherName) {
    this.otherName = otherName;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a name is of the older dialect. */
  boolean isOld(String name) {
    return name.equals(otherName) && this != CHDB;
  }

  /** The back end of a name, old or new. */
  static Optional<Backend> named(String name) {
    return Arrays.stream(values())
        .filter(backend -> backend.key().equals(name) || name.equals(backend.otherName))
        .findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Backend::key).toList();
  }

  /** Whether rows reach ClickHouse directly. */
  public boolean needsDatabase() {
    return this == CLICKHOUSE || this == RALPH || this == VECTOR;
  }
}
