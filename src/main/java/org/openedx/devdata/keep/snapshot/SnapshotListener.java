package org.openedx.devdata.keep.snapshot;

import java.io.IOException;

/** Receiver of what goes on; called from several threads. */
public interface SnapshotListener {

  /** A listener that hears nothing. */
  SnapshotListener NONE =
      new SnapshotListener() {
        @Override
        public void partly() {}

        @Override
        public void rows(String part, long more) {}

        @Override
        public void warn(String message) {}
      };

  /**
   * From now on, until its restore has ended, a store has some items as they were and others as
   * they were saved.
   *
   * @throws IOException when that could not be noted; nothing has been written then
   */
  void partly() throws IOException;

  /**
   * So many more rows of a part are done.
   *
   * @param part its name
   */
  void rows(String part, long more);

  /** Something that a person should know of. */
  void warn(String message);
}
