package org.openedx.devdata.spec.read;

import java.util.AbstractList;
import java.util.RandomAccess;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.series.Series;
import org.openedx.devdata.spec.series.SeriesFault;
import org.openedx.devdata.spec.yaml.MapNode;

/**
 * The records of a series, each read whenever it is asked for. Immutable; safe to share between
 * threads.
 */
final class SeriesRecords extends AbstractList<SpecRecord> implements RandomAccess {

  private final Series series;
  private final RecordReader reader;
  private final int first;

  /** A record read before, to share its layout; whichever it is. */
  private volatile SpecRecord neighbour;

  /**
   * @param first place of the first record in the list that the series is part of, from 0
   */
  SeriesRecords(Series series, RecordReader reader, int first) {
    this.series = series;
    this.reader = reader;
    this.first = first;
  }

  @Override
  public int size() {
    return series.size();
  }

  @Override
  public SpecRecord get(int index) {
    return read(index, series.at(index), new Problems());
  }

  /**
   * Reads a record, with its problems.
   *
   * @return null for one that cannot be made, which is then a problem
   */
  SpecRecord check(int index, Problems problems) {
    try {
      return read(index, series.at(index), problems);
    } catch (SeriesFault fault) {
      reading(index, problems).problem(fault.node(), fault.getMessage());
      return null;
    }
  }

  /** The record as it would be written. */
  MapNode written(int index) {
    return series.at(index);
  }

  Reading reading(int index, Problems problems) {
    return new Reading(series.file(), problems, series.isFile() ? 0 : series.number(index));
  }

  private SpecRecord read(int index, MapNode map, Problems problems) {
    SpecRecord record = reader.read(map, first + index, neighbour, reading(index, problems));
    neighbour = record;
    return record;
  }
}
