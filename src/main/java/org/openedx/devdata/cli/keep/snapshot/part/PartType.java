package org.openedx.devdata.cli.keep.snapshot.part;

import java.io.IOException;
import java.util.List;
import org.openedx.devdata.keep.diff.StoreDiff;
import org.openedx.devdata.keep.snapshot.Moment;
import org.openedx.devdata.keep.snapshot.SavedCopy;
import org.openedx.devdata.keep.snapshot.SnapshotPart;

/**
 * A type of store that snapshots are made of: all that commands have to know of it.
 *
 * @param <P> its stores
 */
public interface PartType<P extends SnapshotPart> {

  /** Its name in manifests; see {@link SnapshotPart#kind()}. */
  String kind();

  /** Words for what its stores hold. */
  Words words();

  /** Stores of this type that a command is for; those that are left out are reported. */
  List<P> find(AskedStores asked);

  /** Opens a moment at which stores are saved together. */
  Moment<P> moment(List<P> stores);

  /** Compares a store with what was saved of it. */
  StoreDiff compare(SavedCopy before, P now, Comparing how) throws IOException;

  /** Compares two saved states of a store. */
  StoreDiff compare(SavedCopy before, SavedCopy after, Comparing how) throws IOException;

  /**
   * Words for what stores hold.
   *
   * @param item a portion with a name, such as {@code table}
   * @param row what is counted in it, such as {@code row}
   */
  record Words(String item, String row) {

    /** Those of databases. */
    static final Words OF_TABLES = new Words("table", "row");

    /** Returns whether a portion holds several of what is counted. */
    public boolean isCounted() {
      return !item.equals(row);
    }
  }
}
