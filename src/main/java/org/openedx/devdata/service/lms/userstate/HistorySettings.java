package org.openedx.devdata.service.lms.userstate;

/**
 * A site's two settings that choose its history tables.
 *
 * @param extended {@code ENABLE_CSMH_EXTENDED}: versions are written to and read from the extended
 *     table; otherwise they are written to the original one
 * @param readMultiple {@code ENABLE_READING_FROM_MULTIPLE_HISTORY_TABLES}: the original table is
 *     read, after the extended one
 */
public record HistorySettings(boolean extended, boolean readMultiple) {

  /** The platform's defaults. */
  public static final HistorySettings PLATFORM = new HistorySettings(true, true);

  /** The settings of Tutor's installations. */
  public static final HistorySettings TUTOR = new HistorySettings(false, true);
}
