package org.openedx.devdata.keep.diff.mysql;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.openedx.devdata.jdbc.catalog.Catalog;
import org.openedx.devdata.jdbc.catalog.CatalogTable;
import org.openedx.devdata.keep.diff.RowLines;
import org.openedx.devdata.keep.rows.NamedRows;
import org.openedx.devdata.keep.snapshot.ManifestJson;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.SnapshotFiles;
import org.openedx.devdata.keep.snapshot.mysql.RowFile;
import org.openedx.devdata.keep.snapshot.mysql.SavedDatabase;
import org.openedx.devdata.keep.snapshot.mysql.SavedTable;
import org.openedx.devdata.keep.snapshot.mysql.TableSum;

/** A database as a snapshot has it. */
public final class SavedSide implements DiffSide {

  private final String part;
  private final SnapshotFiles files;
  private final SavedDatabase database;
  private final Catalog catalog;
  private final SavedRows rows = new SavedRows(this);

  /**
   * @param part of the snapshot; those of its files are below its name
   */
  public SavedSide(SavedPart part, SnapshotFiles files) {
    this.part = part.name();
    this.files = files;
    this.database = ManifestJson.details(part, SavedDatabase.class);
    this.catalog = new Catalog(database.database(), database.schema().tables(), Map.of());
  }

  @Override
  public Catalog catalog() {
    return catalog;
  }

  @Override
  public List<String> migrations() {
    return database.migrations();
  }

  @Override
  public Map<String, TableSum> sums(Collection<CatalogTable> tables, LongConsumer done) {
    Map<String, TableSum> sums = new TreeMap<>();
    tables.forEach(table -> sums.put(table.name(), saved(table).sum()));
    return sums;
  }

  @Override
  public RowLines lines(CatalogTable table) throws IOException {
    return new SavedLines(RowFile.lines(files, part, saved(table)));
  }

  private SavedTable saved(CatalogTable table) {
    return database.table(table.name()).orElseThrow();
  }

  @Override
  public NamedRows rows() {
    return rows;
  }

  @Override
  public void close() {
    // Files are open only while they are read.
  }
}
