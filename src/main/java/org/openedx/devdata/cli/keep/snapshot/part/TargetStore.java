package org.openedx.devdata.cli.keep.snapshot.part;

import java.io.IOException;
import org.openedx.devdata.keep.diff.StoreDiff;
import org.openedx.devdata.keep.snapshot.SavedCopy;
import org.openedx.devdata.keep.snapshot.SnapshotPart;

/**
 * A store of a target, with its type.
 *
 * @param <P> the type's stores
 */
public record TargetStore<P extends SnapshotPart>(PartType<P> type, P part) {

  /** Compares it with what was saved of it. */
  public StoreDiff compare(SavedCopy before, Comparing how) throws IOException {
    return type.compare(before, part, how);
  }
}
