package org.openedx.devdata.keep.diff.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.openedx.devdata.jdbc.clickhouse.block.MalformedBlockException;
import org.openedx.devdata.jdbc.clickhouse.block.NativeBlocks;
import org.openedx.devdata.keep.diff.RowLines;
import org.openedx.devdata.keep.snapshot.ManifestJson;
import org.openedx.devdata.keep.snapshot.PackedFile;
import org.openedx.devdata.keep.snapshot.SavedCopy;
import org.openedx.devdata.keep.snapshot.SnapshotException;
import org.openedx.devdata.keep.snapshot.clickhouse.LiveTable;
import org.openedx.devdata.keep.snapshot.clickhouse.PartitionSum;
import org.openedx.devdata.keep.snapshot.clickhouse.SavedSite;
import org.openedx.devdata.keep.snapshot.clickhouse.SavedTable;
import org.openedx.devdata.keep.snapshot.clickhouse.TableShape;

/** Databases as a snapshot has them. */
public final class SavedSiteSide implements SiteSide {

  private final SavedCopy copy;
  private final SavedSite site;

  public SavedSiteSide(SavedCopy copy) {
    this.copy = copy;
    this.site = ManifestJson.details(copy.part(), SavedSite.class);
  }

  @Override
  public List<TableShape> shapes() {
    return site.shapes();
  }

  @Override
  public List<PartitionSum> sums(TableShape table) {
    return saved(table).partitions();
  }

  private SavedTable saved(TableShape table) {
    return site.table(table.name()).orElseThrow();
  }

  @Override
  public RowLines lines(TableShape table, Set<String> partitions) throws IOException {
    String file = saved(table).file();
    InputStream in =
        file.isEmpty()
            ? InputStream.nullInputStream()
            : PackedFile.open(copy.files(), copy.part().name() + "/" + file);
    NativeBlocks blocks = new NativeBlocks(in, LiveTable.fileColumns(table));
    return new BlockLines(new FileBlocks(in, blocks, file), table.columns().size(), partitions);
  }

  /** Blocks of a file. */
  private record FileBlocks(InputStream in, NativeBlocks blocks, String file)
      implements BlockLines.Blocks {

    @Override
    public boolean next() throws IOException {
      try {
        return blocks.next();
      } catch (MalformedBlockException e) {
        throw new SnapshotException("the snapshot's file " + file + " is damaged", e);
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  @Override
  public boolean isWhole(TableShape table) {
    return true;
  }

  @Override
  public void close() {
    // Files are open only while they are read.
  }
}
