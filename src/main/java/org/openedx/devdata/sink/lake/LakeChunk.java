package org.openedx.devdata.sink.lake;

/**
 * The packed rows of a block, a part of a file. Immutable by agreement: arrays are not copied.
 *
 * @param rows how many there are
 * @param columns packed bytes: of each column, or of everything together
 * @param sizes how large these were before they were packed
 * @param earliest the first of its moments, microseconds since 1970; for formats that hold it
 * @param latest the last
 */
record LakeChunk(int rows, byte[][] columns, long[] sizes, long earliest, long latest) {

  /** Bytes when packed. */
  long length() {
    long length = 0;
    for (byte[] column : columns) {
      length += column.length;
    }
    return length;
  }
}
