package org.openedx.devdata.keep.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** A store that snapshots are made of and restored to: one database, one folder. */
public interface SnapshotPart extends AutoCloseable {

  /** Kind of store; see {@link SavedPart#kind}. */
  String kind();

  /** Its name; see {@link SavedPart#name}. */
  String name();

  /**
   * Saves the store.
   *
   * @param folder where its files go; empty
   * @param items which of its items to save
   */
  SavedPart save(Path folder, Predicate<String> items, SnapshotListener listener)
      throws IOException;

  /**
   * Looks at what restoring would do; changes nothing.
   *
   * @param saved what was saved of this store, or of one like it
   */
  RestorePlan plan(SavedPart saved, Predicate<String> items);

  /**
   * Restores.
   *
   * @param files of the snapshot; those of the part are below its name
   * @param fitting whether to take what fits of items whose structure is another one
   * @return what was done
   */
  RestoreOutcome restore(
      SavedPart saved,
      SnapshotFiles files,
      Predicate<String> items,
      boolean fitting,
      SnapshotListener listener)
      throws IOException;

  @Override
  void close();

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
