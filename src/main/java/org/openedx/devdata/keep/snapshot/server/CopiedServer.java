package org.openedx.devdata.keep.snapshot.server;

import java.util.List;
import org.openedx.devdata.keep.snapshot.ManifestJson;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.mysql.DatabasePart;
import org.openedx.devdata.keep.snapshot.mysql.SavedDatabase;

/**
 * Details of a database whose server's files were copied.
 *
 * @param database what it was like; its numbers of rows are the server's estimates, and its tables
 *     have no files of their own
 * @param files folder in the snapshot that holds the server's files
 * @param account digest of the password of the server's account
 * @param databases folders of all databases of the server
 */
record CopiedServer(SavedDatabase database, String files, String account, List<String> databases) {

  static CopiedServer of(SavedPart saved) {
    return ManifestJson.details(saved, CopiedServer.class);
  }

  /** The part as one whose rows were saved, as far as its structure is concerned. */
  SavedPart described(SavedPart saved) {
    return new SavedPart(
        DatabasePart.KIND,
        saved.name(),
        saved.services(),
        saved.source(),
        saved.server(),
        saved.consistency(),
        saved.items(),
        saved.leftOut(),
        ManifestJson.tree(database));
  }
}
