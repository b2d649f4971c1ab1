package org.openedx.devdata.answers;

/** Names by which the folder of known answers is written and read. Constants only. */
public final class AnswersFormat {

  /** The folder, in that of the run. */
  public static final String FOLDER = "answers";

  /** The file that describes the others. */
  public static final String DESCRIPTION = "answers.json";

  /** The key of it whose value is the day at which figures that depend on the clock are. */
  public static final String AS_OF = "as_of";

  /** The key of it that has the keys of all course runs. */
  public static final String COURSES = "courses";

  /** The key of it that has each table's file and number of rows. */
  public static final String TABLES = "tables";

  private AnswersFormat() {}

  /**
   * The name of a table's file.
   *
   * @param suffix of the codec
   */
  public static String file(String table, String suffix) {
    return table + ".csv" + suffix;
  }
}
