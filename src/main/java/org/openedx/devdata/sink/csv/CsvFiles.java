package org.openedx.devdata.sink.csv;

import java.nio.file.Path;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Where the files are and what they are called.
 *
 * @param folder the folder that they are in
 * @param mark stands after the table's name when only a slice is made, such as {@code -3of8}; empty
 *     for the whole
 * @param rowsPerFile about how many statements a file has; 0 for all in one
 */
public record CsvFiles(Path folder, String mark, long rowsPerFile) {

  Path path(DumpTable table, int number, String suffix) {
    String count = number < 0 ? "" : String.format("-%05d", number);
    return folder.resolve(table.fileName() + mark + count + ".csv" + suffix);
  }
}
