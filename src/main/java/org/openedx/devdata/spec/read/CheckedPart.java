package org.openedx.devdata.spec.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.series.Series;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/**
 * A part of a list: items that are written, or the records of one series. Every record was read
 * once, and its problems are reported.
 *
 * @param identities a hash of each record's identity; 0 for a record without one
 * @param written gives the record at an index as it is, or would be, written
 */
record CheckedPart(List<SpecRecord> records, long[] identities, IntFunction<MapNode> written) {

  /** So many records of a series are read by one thread before it takes the next ones. */
  private static final int SHARE = 2_000;

  /** Hashes by which duplicates are found, and then compared. */
  private static final RandomStream HASH = RandomStream.of(0).derive("identities");

  static CheckedPart of(List<SpecNode> items, RecordReader reader, int first, Reading reading) {
    List<SpecRecord> records = new ArrayList<>(items.size());
    List<MapNode> maps = new ArrayList<>(items.size());
    SpecRecord neighbour = null;
    for (SpecNode item : items) {
      if (item instanceof MapNode map) {
        neighbour = reader.read(map, first + records.size(), neighbour, reading);
        records.add(neighbour);
        maps.add(map);
      } else {
        RecordsReader.refuse(item, reader.kind(), reading);
      }
    }
    long[] hashes = records.stream().mapToLong(it -> hash(reader.kind(), it)).toArray();
    return new CheckedPart(List.copyOf(records), hashes, maps::get);
  }

  static CheckedPart of(Series series, RecordReader reader, int first, Problems problems) {
    SeriesRecords records = new SeriesRecords(series, reader, first);
    int size = records.size();
    long[] hashes = new long[size];
    SpecRecord[] held = new SpecRecord[series.isFile() ? size : 0];
    List<Problems> found =
        IntStream.range(0, (size + SHARE - 1) / SHARE)
            .parallel()
            .mapToObj(
                share -> {
                  Problems own = new Problems();
                  int to = Math.min(size, (share + 1) * SHARE);
                  for (int index = share * SHARE; index < to; index++) {
                    SpecRecord record = records.check(index, own);
                    hashes[index] = record == null ? 0 : hash(reader.kind(), record);
                    if (held.length > 0) {
                      held[index] = record;
                    }
                  }
                  return own;
                })
            .toList();
    found.forEach(problems::addAll);
    // Rows are on a disk and would have to be parsed again; what follows from a number would not.
    boolean keep = series.isFile() && problems.isEmpty();
    return new CheckedPart(keep ? List.of(held) : records, hashes, records::written);
  }

  private static long hash(Kind kind, SpecRecord record) {
    String identity = kind.identityOf(record);
    return identity == null ? 0 : HASH.at(identity);
  }
}
