package org.openedx.devdata.keep.snapshot.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openedx.devdata.keep.snapshot.PackedFile;
import org.openedx.devdata.keep.snapshot.SnapshotFiles;

/** Packed lines of saved tables. Stateless. */
public final class RowFile {

  private RowFile() {}

  /** The lines of a saved table, in the order in which they were saved. */
  public static InputStream lines(SnapshotFiles files, String part, SavedTable table)
      throws IOException {
    return lines(files, part, table.files());
  }

  /** The lines of some of the part's files, one after the other. */
  static InputStream lines(SnapshotFiles files, String part, List<String> names)
      throws IOException {
    List<InputStream> all = new ArrayList<>();
    for (String file : names) {
      all.add(new LaterInput(() -> PackedFile.open(files, part + "/" + file)));
    }
    return new SequenceInputStream(Collections.enumeration(all));
  }
}
