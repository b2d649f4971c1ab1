package org.openedx.devdata.service.aspects.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Difference between rows as they should be and rows as they are.
 *
 * @param missing rows that are not there as they should be
 * @param stale rows that are there with an id of ours and other values
 * @param present how many rows are as they should be
 */
record Difference(List<Row> missing, List<SiteTable.Found> stale, long present) {

  /** Compares; rows that are there with ids of others do not count. */
  static Difference of(List<Row> wanted, List<SiteTable.Found> found) {
    Map<UUID, Set<Long>> there = new HashMap<>();
    for (SiteTable.Found row : found) {
      there.computeIfAbsent(row.id(), id -> new HashSet<>()).add(row.hash());
    }
    List<Row> missing = new ArrayList<>();
    Set<SiteTable.Found> right = new HashSet<>();
    Set<UUID> ours = new HashSet<>();
    for (Row row : wanted) {
      UUID id = row.id();
      ours.add(id);
      if (there.getOrDefault(id, Set.of()).contains(row.hash())) {
        right.add(new SiteTable.Found(id, row.hash()));
      } else {
        missing.add(row);
      }
    }
    List<SiteTable.Found> stale =
        found.stream().filter(row -> ours.contains(row.id()) && !right.contains(row)).toList();
    return new Difference(missing, stale, wanted.size() - missing.size());
  }

  /** Rows that are there and must change or go. */
  long updates() {
    return stale.size();
  }

  /** Rows that only must come. */
  long creates() {
    return Math.max(0, missing.size() - updates());
  }

  /** Rows with an id of ours. */
  long removable() {
    return present + stale.size();
  }
}
