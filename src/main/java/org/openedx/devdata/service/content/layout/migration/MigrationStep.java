package org.openedx.devdata.service.content.layout.migration;

import java.util.List;

/**
 * One statement that a migration or a repair will run, or has run.
 *
 * @param migration what it belongs to, such as {@code openedx_content.0003_rename_content_to_media}
 * @param sql the statement; for rows that are recorded, what is recorded
 * @param values for its placeholders
 */
public record MigrationStep(String migration, String sql, List<Object> values) {

  public MigrationStep {
    values = List.copyOf(values);
  }

  public MigrationStep(String migration, String sql) {
    this(migration, sql, List.of());
  }

  /** The statement with its values, for people. */
  public String shown() {
    String text = sql;
    for (Object value : values) {
      text = text.replaceFirst("\\?", java.util.regex.Matcher.quoteReplacement("'" + value + "'"));
    }
    return text;
  }
}
