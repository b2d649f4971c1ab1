package org.openedx.devdata.keep.snapshot;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.openedx.devdata.jdbc.ConnectionSettings;

/** A store that snapshots are made of and restored to: one database, one folder. */
public interface SnapshotPart {

  /** Kind of store; see {@link SavedPart#kind}. */
  String kind();

  /** Its name; see {@link SavedPart#name}. */
  String name();

  /** The store as people know it, without password. */
  String label();

  /** The database that a user confirms; empty for files of this machine. */
  Optional<Place> place();

  /**
   * Returns whether the store itself shows that a restore into it has begun and did not end, and
   * none goes on. Not every store does.
   */
  default boolean isHalfRestored() {
    return false;
  }

  /**
   * Looks at what restoring would do; changes nothing.
   *
   * @param saved what was saved of this store, or of one like it
   */
  RestorePlan plan(SavedPart saved, Predicate<String> items);

  /**
   * Restores.
   *
   * @param fitting whether to take what fits of items whose structure is another one
   * @param listener hears before the first write, unless all items change at once
   * @return what was done
   */
  RestoreOutcome restore(
      SavedCopy saved, Predicate<String> items, boolean fitting, SnapshotListener listener)
      throws IOException;

  /**
   * A database on a server.
   *
   * @param name the name by which a user confirms what is done to it
   * @param settings how it is reached
   */
  record Place(String name, ConnectionSettings settings) {}

  /**
   * Plan of a restore.
   *
   * @param label the store, as people know it
   * @param differences ways in which its structure is not what was saved; one sentence each
   * @param rows number of rows that the store has now, about
   */
  record RestorePlan(String label, List<String> differences, long rows) {}

  /**
   * Outcome of a restore.
   *
   * @param unchanged items that were as saved
   * @param restored items that were made so
   * @param rows number of rows that were written
   */
  record RestoreOutcome(int unchanged, List<String> restored, long rows) {}
}
