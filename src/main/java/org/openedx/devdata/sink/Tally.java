package org.openedx.devdata.sink;

import org.openedx.devdata.xapi.Verb;

/**
 * Account of the rows that were written: their number and size, by verb and course, and a checksum
 * that does not depend on their order: the sum of the rows' hashes modulo 2^128. Mutable, not
 * thread-safe.
 */
public final class Tally {

  private long rows;
  private long bytes;
  private long sumHigh;
  private long sumLow;
  private final long[] verbs = new long[Verb.values().length];
  private final long[] courses;

  /**
   * @param courses how many courses statements can belong to; 0 for other rows
   */
  public Tally(int courses) {
    this.courses = new long[courses];
  }

  /** Counts a row of which the hash is, as an unsigned number, {@code hash}. */
  public void row(long hash, int size) {
    rows++;
    bytes += size;
    addHash(0, hash);
  }

  /** Counts a statement. */
  public void statement(long hash, int size, Verb verb, int course) {
    row(hash, size);
    verbs[verb.ordinal()]++;
    courses[course]++;
  }

  /** Counts a line of a log. */
  public void line(long hash, int size, int course) {
    row(hash, size);
    courses[course]++;
  }

  /** Adds what another tally has counted. */
  public void add(Tally other) {
    rows += other.rows;
    bytes += other.bytes;
    addHash(other.sumHigh, other.sumLow);
    for (int verb = 0; verb < verbs.length; verb++) {
      verbs[verb] += other.verbs[verb];
    }
    for (int course = 0; course < Math.min(courses.length, other.courses.length); course++) {
      courses[course] += other.courses[course];
    }
  }

  private void addHash(long high, long low) {
    long sum = sumLow + low;
    sumHigh += high + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
    sumLow = sum;
  }

  public long rows() {
    return rows;
  }

  /** Size of the rows in bytes before any coding: of JSON for statements. */
  public long bytes() {
    return bytes;
  }

  /** The checksum as 32 hexadecimal digits. */
  public String checksum() {
    return String.format("%016x%016x", sumHigh, sumLow);
  }

  public long ofVerb(Verb verb) {
    return verbs[verb.ordinal()];
  }

  public long ofCourse(int course) {
    return courses[course];
  }

  public int courses() {
    return courses.length;
  }

  /** A tally that was saved. */
  public static Tally restore(
      long rows, long bytes, String checksum, long[] verbs, long[] courses) {
    Tally tally = new Tally(courses.length);
    tally.rows = rows;
    tally.bytes = bytes;
    tally.sumHigh = Long.parseUnsignedLong(checksum.substring(0, 16), 16);
    tally.sumLow = Long.parseUnsignedLong(checksum.substring(16), 16);
    System.arraycopy(verbs, 0, tally.verbs, 0, verbs.length);
    System.arraycopy(courses, 0, tally.courses, 0, courses.length);
    return tally;
  }
}
