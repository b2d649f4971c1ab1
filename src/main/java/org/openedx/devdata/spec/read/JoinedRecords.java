package org.openedx.devdata.spec.read;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.openedx.devdata.spec.SpecRecord;

/** Lists of records one behind the other. Immutable; safe to share where its parts are. */
final class JoinedRecords extends AbstractList<SpecRecord> implements RandomAccess {

  private final List<List<SpecRecord>> parts;

  /** Index of the first record of each part, and the number of all. */
  private final int[] starts;

  JoinedRecords(List<List<SpecRecord>> parts) {
    this.parts = List.copyOf(parts);
    this.starts = new int[parts.size() + 1];
    for (int part = 0; part < parts.size(); part++) {
      starts[part + 1] = Math.addExact(starts[part], parts.get(part).size());
    }
  }

  @Override
  public int size() {
    return starts[parts.size()];
  }

  @Override
  public SpecRecord get(int index) {
    int part = part(index);
    return parts.get(part).get(index - starts[part]);
  }

  /** Index of the part in which a record is. */
  int part(int index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException(index);
    }
    int found = Arrays.binarySearch(starts, index);
    int part = found < 0 ? -found - 2 : found;
    while (parts.get(part).isEmpty()) {
      part++;
    }
    return part;
  }

  /** Index of the first record of a part. */
  int start(int part) {
    return starts[part];
  }
}
