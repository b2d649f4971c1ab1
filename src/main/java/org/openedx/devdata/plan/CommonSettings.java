package org.openedx.devdata.plan;

import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;

/** Settings that the spec files of every SQL service have. */
public final class CommonSettings {

  private CommonSettings() {}

  /** Values for columns that only this database has: table to column to value. */
  public static final Field COLUMN_DEFAULTS =
      Field.of(
          "column_defaults",
          new FieldType.MapOf(new FieldType.MapOf(new FieldType.Text(65_535))),
          "Values that every new row gets in columns which devdata does not know, by table and"
              + " column: for the columns of forks and plugins that are NOT NULL without default.");
}
