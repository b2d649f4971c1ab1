package org.openedx.devdata.keep.snapshot;

/** Receiver of what goes on; called from several threads. */
public interface SnapshotListener {

  /** A listener that hears nothing. */
  SnapshotListener NONE =
      new SnapshotListener() {
        @Override
        public void rows(String part, long more) {}

        @Override
        public void warn(String message) {}
      };

  /**
   * So many more rows of a part are done.
   *
   * @param part its name
   */
  void rows(String part, long more);

  /** Something that a person should know of. */
  void warn(String message);
}
