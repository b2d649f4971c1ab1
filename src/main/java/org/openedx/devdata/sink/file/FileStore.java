package org.openedx.devdata.sink.file;

import java.io.IOException;

/** A place for files: a folder, or a bucket with a prefix. Thread-safe. */
public interface FileStore extends AutoCloseable {

  /** Address of the store, for people; no secrets. */
  String description();

  /**
   * Opens a file that grows at its end.
   *
   * @param position how much of it has arrived already, as was reported when it did; 0 begins it
   *     again, whatever there is
   * @throws IOException also when there is not as much of it as {@code position} says
   */
  GrowingFile open(String name, long position) throws IOException;

  /** Writes a small file as a whole. */
  void put(String name, byte[] content) throws IOException;

  @Override
  void close() throws IOException;
}
