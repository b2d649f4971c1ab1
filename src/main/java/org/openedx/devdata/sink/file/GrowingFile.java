package org.openedx.devdata.sink.file;

import java.io.IOException;
import org.openedx.devdata.bytes.OutputBytes;

/** A file that grows at its end. For one thread at a time. */
public interface GrowingFile extends AutoCloseable {

  /**
   * Appends bytes, which may change after this returns.
   *
   * @param arrived run once, by any thread, when the bytes and all before them are where a later
   *     {@link FileStore#open} finds them; when the file is not completed, perhaps never
   */
  void append(OutputBytes bytes, Runnable arrived) throws IOException, InterruptedException;

  /** Makes the file whole: readers see it, everything has arrived. */
  void complete() throws IOException, InterruptedException;

  /** Lets go of a file; one that is not complete can be resumed. */
  @Override
  void close() throws IOException;
}
