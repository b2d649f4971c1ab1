package org.openedx.devdata.sink.file;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A place for files that remembers which were opened. Thread-safe. */
public final class RecordedStore implements FileStore {

  private final FileStore store;
  private final Set<String> opened = ConcurrentHashMap.newKeySet();

  public RecordedStore(FileStore store) {
    this.store = store;
  }

  /** The place, where it can be looked through. */
  public Optional<ReadableStore> readable() {
    return store instanceof ReadableStore readable ? Optional.of(readable) : Optional.empty();
  }

  /** The files that were opened, with the sizes that they have now. */
  public SortedMap<String, Long> sizes() throws IOException {
    SortedMap<String, Long> sizes = new TreeMap<>();
    if (store instanceof ReadableStore readable) {
      sizes.putAll(readable.sizes());
      sizes.keySet().retainAll(opened);
    }
    return sizes;
  }

  @Override
  public String description() {
    return store.description();
  }

  @Override
  public GrowingFile open(String name, long position) throws IOException {
    opened.add(name);
    return store.open(name, position);
  }

  @Override
  public void put(String name, byte[] content) throws IOException {
    store.put(name, content);
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
