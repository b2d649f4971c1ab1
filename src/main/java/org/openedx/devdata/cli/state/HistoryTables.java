package org.openedx.devdata.cli.state;

import java.util.Locale;
import java.util.Optional;
import org.openedx.devdata.service.lms.userstate.HistorySettings;

/** The value of {@code --history-tables}. */
enum HistoryTables {
  /** The extended table where there is one. */
  AUTO(Optional.empty()),
  /** Written to the extended table, read from both. */
  BOTH(Optional.of(HistorySettings.PLATFORM)),
  /** The original table alone. */
  ORIGINAL(Optional.of(HistorySettings.TUTOR)),
  /** The extended table alone. */
  EXTENDED(Optional.of(new HistorySettings(true, false))),
  /** Written to the original table, never read. */
  UNREAD(Optional.of(new HistorySettings(false, false)));

  private final Optional<HistorySettings> settings;

  HistoryTables(Optional<HistorySettings> settings) {
    this.settings = settings;
  }

  Optional<HistorySettings> settings() {
    return settings;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
