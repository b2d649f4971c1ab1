package org.openedx.devdata.sink.file;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A place for files that can be looked through. Thread-safe. */
public interface ReadableStore extends AutoCloseable {

  /** Address of the store, for people; no secrets. */
  String description();

  /** The sizes of the files by name, in order; none when the place is not there. */
  SortedMap<String, Long> sizes() throws IOException;

  /** The names of the files, in order. */
  default List<String> names() throws IOException {
    return List.copyOf(sizes().keySet());
  }

  /** A small file; nothing when there is none. */
  Optional<byte[]> read(String name) throws IOException;

  @Override
  void close() throws IOException;
}
