package org.openedx.devdata.spec.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.series.RowFiles;
import org.openedx.devdata.spec.series.Series;
import org.openedx.devdata.spec.series.SeriesKeys;
import org.openedx.devdata.spec.series.SeriesReader;
import org.openedx.devdata.spec.yaml.ListNode;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/**
 * Reads lists of records some of which stand for many. Immutable.
 *
 * @param stream random numbers of the spec
 * @param files where rows come from
 */
record RecordLists(RandomStream stream, RowFiles files) {

  /** More records than these are not made of one list. */
  private static final long MAXIMUM = Integer.MAX_VALUE - 8L;

  /** Returns whether an item of a list stands for many records. */
  static boolean concerns(SpecNode node, Kind kind) {
    return node instanceof ListNode list
        && list.items().stream()
            .anyMatch(item -> item instanceof MapNode map && isSeries(map, kind));
  }

  private static boolean isSeries(MapNode map, Kind kind) {
    return SeriesKeys.sourceOf(map, kind) != null;
  }

  /**
   * Reads a list.
   *
   * @param earlier records of the kinds that are loaded before
   * @return no record when something is wrong with one
   */
  List<SpecRecord> read(
      ListNode list, RecordReader reader, Map<Kind, List<SpecRecord>> earlier, Reading reading) {
    Kind kind = reader.kind();
    RandomStream own = stream.derive(kind.name());
    List<CheckedPart> parts = new ArrayList<>();
    List<SpecNode> written = new ArrayList<>();
    int before = reading.problems().size();
    long size = 0;
    int series = 0;
    for (SpecNode item : list.items()) {
      if (!(item instanceof MapNode map) || !isSeries(map, kind)) {
        written.add(item);
        size++;
        continue;
      }
      addWritten(written, (int) size - written.size(), reader, parts, reading);
      Series made =
          new SeriesReader(kind, map, reading.file(), earlier, reading.problems())
              .read(own.derive(series), files);
      series++;
      if (made == null) {
        continue;
      }
      if (size + made.size() > MAXIMUM) {
        reading.problem(map, "this list has more than %,d records; part it".formatted(MAXIMUM));
        return List.of();
      }
      parts.add(CheckedPart.of(made, reader, (int) size, reading.problems()));
      size += made.size();
    }
    addWritten(written, (int) size - written.size(), reader, parts, reading);
    if (reading.problems().size() > before) {
      return List.of();
    }
    JoinedRecords all = new JoinedRecords(parts.stream().map(CheckedPart::records).toList());
    new SeriesDuplicates(kind, parts, all).report(reading.problems());
    return all;
  }

  private static void addWritten(
      List<SpecNode> written,
      int first,
      RecordReader reader,
      List<CheckedPart> parts,
      Reading reading) {
    if (!written.isEmpty()) {
      parts.add(CheckedPart.of(List.copyOf(written), reader, first, reading));
      written.clear();
    }
  }
}
