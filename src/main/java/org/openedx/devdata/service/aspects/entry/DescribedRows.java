package org.openedx.devdata.service.aspects.entry;

import java.util.UUID;
import org.openedx.devdata.bytes.Hexadecimal;
import org.openedx.devdata.bytes.XxHash64;

/** Ids of the rows of a month that a spec describes, with a sum over them. Not thread-safe. */
final class DescribedRows {

  private static final int LENGTH = 36;

  private final IdSet ids = new IdSet();
  private final byte[] text = new byte[LENGTH];
  private long sum;

  void add(Row row) {
    int before = ids.size();
    ids.add(row.high(), row.low(), 0);
    if (ids.size() > before) {
      Hexadecimal.putUuid(row.high(), row.low(), text, 0);
      sum += XxHash64.of(text, 0, LENGTH);
    }
  }

  boolean has(UUID id) {
    return ids.contains(id.getMostSignificantBits(), id.getLeastSignificantBits());
  }

  /**
   * Returns whether as many ids with such a sum are these.
   *
   * @param otherSum sum of the xxHash64 of their texts, modulo 2^64
   */
  boolean isLike(long count, long otherSum) {
    return count == ids.size() && otherSum == sum;
  }
}
