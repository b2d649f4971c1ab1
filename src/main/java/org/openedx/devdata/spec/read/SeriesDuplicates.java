package org.openedx.devdata.spec.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.yaml.MapNode;

/**
 * Finds records of a list that mean the same row, where there are too many to remember: by a hash
 * of each, and only where two are equal by their keys. Used once.
 */
final class SeriesDuplicates {

  /** Maximum number of duplicates that are reported. */
  private static final int MAXIMUM = 100;

  private final Kind kind;
  private final List<CheckedPart> parts;
  private final JoinedRecords all;

  SeriesDuplicates(Kind kind, List<CheckedPart> parts, JoinedRecords all) {
    this.kind = kind;
    this.parts = parts;
    this.all = all;
  }

  void report(Problems problems) {
    Map<Integer, Long> repeated = repeated();
    if (repeated.isEmpty()) {
      return;
    }
    // Equal hashes nearly always mean equal keys; the first records with them are looked for again.
    Map<String, Integer> first = new HashMap<>();
    for (int index = 0; index < all.size(); index++) {
      if (repeated.containsValue(hash(index))) {
        String identity = kind.identityOf(all.get(index));
        Integer before = first.putIfAbsent(identity, index);
        if (before != null && repeated.containsKey(index)) {
          report(before, index, problems);
        }
      }
    }
  }

  private long hash(int index) {
    int part = all.part(index);
    return parts.get(part).identities()[index - all.start(part)];
  }

  /** The first records whose hash another record before them has, with the hash. */
  private Map<Integer, Long> repeated() {
    LongSet seen = new LongSet(all.size());
    Map<Integer, Long> repeated = new TreeMap<>();
    int index = 0;
    for (CheckedPart part : parts) {
      for (long hash : part.identities()) {
        if (hash != 0 && !seen.add(hash) && repeated.size() < MAXIMUM) {
          repeated.put(index, hash);
        }
        index++;
      }
    }
    return repeated;
  }

  private void report(int before, int index, Problems problems) {
    SpecRecord record = all.get(index);
    SpecRecord other = all.get(before);
    String key = kind.identity().get(0);
    Position place = record.positionOf(key);
    problems.add(
        place,
        "%s stands twice in %s, first at %s; %s"
            .formatted(
                Identities.shown(kind, written(index)),
                kind,
                other.positionOf(key),
                place.number() > 0
                    ? "a placeholder such as {i} makes it another one for each record"
                    : "remove one"));
  }

  private MapNode written(int index) {
    int part = all.part(index);
    return parts.get(part).written().apply(index - all.start(part));
  }

  /** Set of numbers other than 0, in one array. */
  private static final class LongSet {

    private final long[] slots;

    LongSet(int size) {
      slots = new long[Integer.highestOneBit(Math.max(8, (int) Math.min(size * 2L, 1 << 29))) << 1];
    }

    /** Adds a number; returns whether it was not there. */
    boolean add(long number) {
      int mask = slots.length - 1;
      int slot = (int) (number ^ (number >>> 32)) & mask;
      while (slots[slot] != 0) {
        if (slots[slot] == number) {
          return false;
        }
        slot = (slot + 1) & mask;
      }
      slots[slot] = number;
      return true;
    }
  }
}
