package org.openedx.devdata.sink.file;

import java.io.IOException;

/**
 * A file that is put together from parts. For one thread at a time.
 *
 * @param <C> a part
 */
public interface PartFile<C> extends AutoCloseable {

  void append(C part) throws IOException, InterruptedException;

  /** Makes the file whole: readers see it. */
  void complete() throws IOException, InterruptedException;

  /** Lets go of a file that is not complete. */
  @Override
  void close() throws IOException;
}
