package org.openedx.devdata.world.dump;

/** The rows of one table, cut into units. Implementations are immutable and thread-safe. */
public interface TableDump {

  DumpTable table();

  /** Number of units. */
  int units();

  /** Number of rows of a unit, where that is known without writing it; else -1. */
  long rows(int unit);

  /** Writes the rows of a unit; any unit, in any order, as often as needed. */
  void write(int unit, RowWriter out);
}
