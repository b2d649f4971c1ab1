package org.openedx.devdata.sink.lake;

import java.io.IOException;

/** A file that is put together from chunks. For one thread at a time. */
interface LakeFile extends AutoCloseable {

  void append(LakeChunk chunk) throws IOException, InterruptedException;

  /** Makes the file whole: readers see it. */
  void complete() throws IOException, InterruptedException;

  /** Lets go of a file that is not complete. */
  @Override
  void close() throws IOException;
}
