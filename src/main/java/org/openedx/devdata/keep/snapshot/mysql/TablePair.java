package org.openedx.devdata.keep.snapshot.mysql;

import org.openedx.devdata.jdbc.catalog.CatalogTable;

/**
 * A saved table and the one that it is restored into.
 *
 * @param saved as it was saved
 * @param live as it is
 */
record TablePair(SavedTable saved, CatalogTable live) {

  String name() {
    return live.name();
  }
}
