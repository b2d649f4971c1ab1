package org.openedx.devdata.service.lms.userstate;

/**
 * Which history tables a site uses: its two settings of the same names.
 *
 * @param extended {@code ENABLE_CSMH_EXTENDED}: versions are written to and read from the extended
 *     table; otherwise they are written to the original one
 * @param readMultiple {@code ENABLE_READING_FROM_MULTIPLE_HISTORY_TABLES}: the original table is
 *     read, after the extended one
 */
public record HistorySettings(boolean extended, boolean readMultiple) {

  /** What the platform does unless told otherwise. */
  public static final HistorySettings PLATFORM = new HistorySettings(true, true);

  /** What Tutor's installations do. */
  public static final HistorySettings TUTOR = new HistorySettings(false, true);
}
