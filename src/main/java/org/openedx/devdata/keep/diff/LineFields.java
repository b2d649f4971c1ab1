package org.openedx.devdata.keep.diff;

/** Places of fields in a line. Stateless. */
public final class LineFields {

  private LineFields() {}

  /** Beginning of a field. */
  public static int start(byte[] array, int lineFrom, int field) {
    int at = lineFrom;
    for (int i = 0; i < field; i++) {
      at = end(array, at) + 1;
    }
    return at;
  }

  /** End of the field that begins at a place. Tabs and line feeds in values are escaped. */
  public static int end(byte[] array, int from) {
    int at = from;
    while (array[at] != '\t' && array[at] != '\n') {
      at++;
    }
    return at;
  }
}
