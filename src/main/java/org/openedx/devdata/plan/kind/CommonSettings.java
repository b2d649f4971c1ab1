package org.openedx.devdata.plan.kind;

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

  /** Setting by which rows that records need are made where no record describes them. */
  public static final Field MAKE_NEEDED =
      Field.of(
              "make_needed",
              new FieldType.Bool(),
              "Whether rows that records need are made with defaults where none are there, such as"
                  + " the mode of an enrolment. `false` for a spec that describes all that there is"
                  + " to be, as `devdata export` writes them.")
          .withDefault("true");
}
