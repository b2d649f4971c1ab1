package org.openedx.devdata.sink.csv;

import java.nio.file.Path;
import org.openedx.devdata.sink.file.FileStore;
import org.openedx.devdata.sink.file.FolderStore;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Places and names of the files.
 *
 * @param store where they go
 * @param mark stands after the table's name when only a slice is made, such as {@code -3of8}; empty
 *     for the whole
 * @param rowsPerFile about how many statements a file has; 0 for all in one
 */
public record CsvFiles(FileStore store, String mark, long rowsPerFile) {

  /** Files in a folder. */
  public CsvFiles(Path folder, String mark, long rowsPerFile) {
    this(new FolderStore(folder), mark, rowsPerFile);
  }

  String name(DumpTable table, int number, String suffix) {
    String count = number < 0 ? "" : String.format("-%05d", number);
    return table.fileName() + mark + count + ".csv" + suffix;
  }
}
