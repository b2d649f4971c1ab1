package org.openedx.devdata.life.simulation;

/**
 * Contents of a gradebook, as small as it can be kept. Not changed once made.
 *
 * @param problems those with points
 * @param points of each of them
 * @param sequentials those with an answer
 * @param begun moment of the first answer in each of them, microseconds since 1970
 * @param percent the course grade
 * @param any whether anything was scored
 * @param passed whether the course was ever passed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Marks(
    int[] problems,
    int[] points,
    int[] sequentials,
    long[] begun,
    int percent,
    boolean any,
    boolean passed) {

  /** Bytes of its fields and of the heads of its arrays. */
  private static final int OWN_BYTES = 112;

  /** Bytes that it takes, about. */
  int bytes() {
    return OWN_BYTES
        + Integer.BYTES * (2 * problems.length + sequentials.length)
        + Long.BYTES * begun.length;
  }
}
