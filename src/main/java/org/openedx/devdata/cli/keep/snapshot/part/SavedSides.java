package org.openedx.devdata.cli.keep.snapshot.part;

import org.openedx.devdata.cli.connect.EmbeddedEngine;
import org.openedx.devdata.keep.diff.mysql.DiffSide;
import org.openedx.devdata.keep.diff.mysql.LiveSide;
import org.openedx.devdata.keep.diff.mysql.SavedSide;
import org.openedx.devdata.keep.snapshot.SavedCopy;
import org.openedx.devdata.keep.snapshot.server.CopiedDatabase;
import org.openedx.devdata.keep.snapshot.server.OpenedCopy;

/**
 * A saved MySQL database to be compared, whether its rows were saved or the files of its server.
 *
 * @param side of the comparison
 * @param server to be stopped after it
 */
record SavedSides(DiffSide side, Runnable server) implements AutoCloseable {

  static SavedSides of(SavedCopy saved, Comparing how) {
    if (!saved.part().kind().equals(CopiedDatabase.KIND)) {
      return new SavedSides(new SavedSide(saved.part(), saved.files()), () -> {});
    }
    OpenedCopy opened = OpenedCopy.open(saved, EmbeddedEngine.server(how.session(), 0).files());
    try {
      return new SavedSides(LiveSide.open(opened.settings()), opened::close);
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      side.close();
    } finally {
      server.run();
    }
  }
}
