package org.openedx.devdata.sink.lake;

import java.io.IOException;
import org.openedx.devdata.sink.file.FileStore;
import org.openedx.devdata.sink.file.KeyedFiles;
import org.openedx.devdata.world.dump.DumpTable;

/** The files of a table: of statements one for each year. Thread-safe. */
final class LakeFiles extends KeyedFiles<LakeChunk> {

  /** Packed size after which a file of other rows than statements ends. */
  private static final long LARGE = 64 << 20;

  private final FileStore store;
  private final DumpTable table;
  private final LakeFormat format;
  private final String mark;
  private final int blocksOfAFile;

  /**
   * @param mark names the slice in the names of files
   * @param blocksOfAFile blocks of statements after which files end
   * @param maxWaiting how many blocks may wait for one before them
   * @param next number of the next block
   */
  LakeFiles(
      FileStore store,
      DumpTable table,
      LakeFormat format,
      String mark,
      int blocksOfAFile,
      int maxWaiting,
      int next) {
    super(maxWaiting, next);
    this.store = store;
    this.table = table;
    this.format = format;
    this.mark = mark;
    this.blocksOfAFile = blocksOfAFile;
  }

  @Override
  protected LakeFile file(int year, int firstBlock) throws IOException {
    String name =
        table.holdsStatements()
            ? "%s_%d_%05d%s%s".formatted(table.fileName(), year, firstBlock, mark, format.ending())
            : "%s_%05d%s%s".formatted(table.tableName(), firstBlock, mark, format.ending());
    return format.file(table, store.open(name, 0));
  }

  @Override
  protected long length(LakeChunk chunk) {
    return chunk.length();
  }

  @Override
  protected boolean endsAfter(int blocks, long size) {
    return table.holdsStatements() ? blocks % blocksOfAFile == 0 : size >= LARGE;
  }
}
