package org.openedx.devdata.keep.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * A moment at which stores of one type are saved, however long that takes. Not thread-safe.
 *
 * @param <P> type of the stores
 */
public interface Moment<P extends SnapshotPart> extends AutoCloseable {

  /**
   * Saves a store as it was at this moment.
   *
   * @param folder where its files go; empty
   * @param items which of its items to save
   */
  SavedPart save(P part, Path folder, Predicate<String> items, SnapshotListener listener)
      throws IOException;

  @Override
  void close();
}
