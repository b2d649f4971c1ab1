package org.openedx.devdata.plan.ledger;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.plan.row.Row;

/**
 * Rows of a service in one database that loads of one spec have made. Not thread-safe, but a run
 * may call it from the thread that writes as long as that has not been flushed.
 */
public interface ServiceLedger {

  /** Remembers nothing. */
  ServiceLedger NONE =
      new ServiceLedger() {
        @Override
        public void note(String kind, BoundTable table, List<Row> rows) {}

        @Override
        public Standing standing(BoundTable table, Row row) {
          return Standing.UNRECORDED;
        }

        @Override
        public boolean isStill(BoundTable table, Row row) {
          return true;
        }

        @Override
        public boolean isSaid(BoundTable table, Object key) {
          return true;
        }

        @Override
        public void drop(BoundTable table, Object key) {}

        @Override
        public void removed(BoundTable table, Object key) {}

        @Override
        public void handOver(BoundTable table, Object key) {}

        @Override
        public boolean follows(BoundTable table, Object key) {
          return false;
        }

        @Override
        public Map<String, List<Unspecified>> unspecified(Predicate<String> kinds) {
          return Map.of();
        }

        @Override
        public void write() {}
      };

  /**
   * Notes rows of one table that the spec says: those that are new as created, those that were
   * found as adopted unless a load has made them. Rows without a key are only planned and left out.
   *
   * @param kind of the records whose chunk the rows are planned with: a reset plans them with the
   *     same one
   */
  void note(String kind, BoundTable table, List<Row> rows);

  /** Returns whose a row is that the database has. */
  Standing standing(BoundTable table, Row row);

  /** Returns whether a row that was found by its primary key is the one that a load noted. */
  boolean isStill(BoundTable table, Row row);

  /** Returns whether another spec says a row, or a load made it, so that it may need others. */
  boolean isSaid(BoundTable table, Object key);

  /** Forgets a row that is removed, whoever said it. */
  void removed(BoundTable table, Object key);

  /** Forgets a row that is no longer the spec's. */
  void drop(BoundTable table, Object key);

  /**
   * Leaves a row that loads of the spec made to whoever needs it: a reset of the last spec that
   * describes it takes it.
   */
  void handOver(BoundTable table, Object key);

  /**
   * Returns whether a load of any spec made a row that has no record of its own: with another row,
   * or because such a row needed it. It goes with the row that it refers to.
   */
  boolean follows(BoundTable table, Object key);

  /**
   * Rows that earlier loads of the spec created and that were neither noted nor dropped in this
   * run, by table; none of them where this run must not take them for the spec's. Rows that were
   * left to whoever needs them count as well, those that {@linkplain #follows follow} others do
   * not.
   *
   * @param kinds of records that they came from
   */
  Map<String, List<Unspecified>> unspecified(Predicate<String> kinds);

  /** Writes what has changed, in the run's transaction. */
  void write();
}
