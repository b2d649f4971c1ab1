package org.openedx.devdata.sink.log;

import java.io.IOException;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.file.FileStore;
import org.openedx.devdata.sink.file.GrowingFile;
import org.openedx.devdata.sink.file.KeyedFiles;
import org.openedx.devdata.sink.file.PartFile;

/** Files of a log, one for each day of so many blocks. Thread-safe. */
final class DayFiles extends KeyedFiles<OutputBytes> {

  private final FileStore store;
  private final LogNames names;
  private final String suffix;
  private final int blocksOfAFile;

  DayFiles(
      FileStore store, LogNames names, String suffix, int blocksOfAFile, int maxWaiting, int next) {
    super(maxWaiting, next);
    this.store = store;
    this.names = names;
    this.suffix = suffix;
    this.blocksOfAFile = blocksOfAFile;
  }

  @Override
  protected PartFile<OutputBytes> file(int day, int firstBlock) throws IOException {
    return new OfDay(store.open(names.ofDay(day, firstBlock, suffix), 0));
  }

  @Override
  protected long length(OutputBytes lines) {
    return lines.length();
  }

  @Override
  protected boolean endsAfter(int blocks, long size) {
    return blocks % blocksOfAFile == 0;
  }

  private record OfDay(GrowingFile file) implements PartFile<OutputBytes> {

    @Override
    public void append(OutputBytes lines) throws IOException, InterruptedException {
      file.append(
          lines,
          () -> {
            // It counts when the file is whole.
          });
    }

    @Override
    public void complete() throws IOException, InterruptedException {
      file.complete();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
