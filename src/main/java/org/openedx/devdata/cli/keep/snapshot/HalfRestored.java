package org.openedx.devdata.cli.keep.snapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.cli.connect.EmbeddedEngine;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.keep.snapshot.RestoreMarks;
import org.openedx.devdata.keep.snapshot.SnapshotException;
import org.openedx.devdata.keep.snapshot.SnapshotPart;

/**
 * Stores that an interrupted restore has left with some tables as they were and others as they were
 * saved. Immutable.
 *
 * @param names their names
 * @param sentences one for each
 */
record HalfRestored(List<String> names, List<String> sentences) {

  /** Remark on the part of such a store. */
  static final String REMARK = "an earlier restore into it had not ended";

  /** Looks for them. */
  static HalfRestored among(Session session, List<SnapshotPart> parts) throws IOException {
    List<String> names = new ArrayList<>();
    List<String> sentences = new ArrayList<>();
    for (SnapshotPart part : parts) {
      Optional<RestoreMarks.Mark> mark = marks(session).find(part.label());
      if (mark.isPresent() || part.isHalfRestored()) {
        names.add(part.name());
        sentences.add(
            mark.map(HalfRestored::sentence)
                .orElse("a restore into %s did not end".formatted(part.label())));
      }
    }
    return new HalfRestored(names, sentences);
  }

  /** Marks of restores from the working folder. */
  static RestoreMarks marks(Session session) {
    return new RestoreMarks(
        session.surroundings().folder().resolve(EmbeddedEngine.FOLDER).resolve("snapshots"));
  }

  /** A restore that did not end, in words. */
  static String sentence(RestoreMarks.Mark mark) {
    return "a restore of %s into %s, begun %s, did not end"
        .formatted(mark.snapshot(), mark.store(), mark.begun());
  }

  /**
   * Requires that there are none.
   *
   * @throws SnapshotException with each of them
   */
  void requireNone() {
    if (!sentences.isEmpty()) {
      throw new SnapshotException(
          "%s: some tables are as they were and others as they were saved; run snapshot restore again, or save that with --force"
              .formatted(String.join("; ", sentences)));
    }
  }
}
