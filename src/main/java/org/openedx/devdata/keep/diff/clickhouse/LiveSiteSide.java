package org.openedx.devdata.keep.diff.clickhouse;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.jdbc.clickhouse.BlockAnswer;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.block.NativeBlocks;
import org.openedx.devdata.keep.diff.RowLines;
import org.openedx.devdata.keep.snapshot.clickhouse.ActiveParts;
import org.openedx.devdata.keep.snapshot.clickhouse.ClickHousePart;
import org.openedx.devdata.keep.snapshot.clickhouse.LiveTable;
import org.openedx.devdata.keep.snapshot.clickhouse.PartitionSum;
import org.openedx.devdata.keep.snapshot.clickhouse.SiteCatalog;
import org.openedx.devdata.keep.snapshot.clickhouse.TableShape;

/** Databases as they were when they were opened: the parts that tables had. Nothing is written. */
public final class LiveSiteSide implements SiteSide {

  private final ClickHouse server;
  private final SiteCatalog catalog;
  private final Map<String, List<String>> parts = new HashMap<>();

  private LiveSiteSide(ClickHouse server, SiteCatalog catalog) {
    this.server = server;
    this.catalog = catalog;
  }

  /** Looks at what is there. */
  public static LiveSiteSide open(ClickHousePart part) {
    ClickHouse server = ClickHouse.of(part.server());
    try {
      SiteCatalog catalog = SiteCatalog.read(server, part.databases());
      LiveSiteSide side = new LiveSiteSide(server, catalog);
      ActiveParts now = ActiveParts.of(server, part.databases());
      catalog.tables().forEach((name, table) -> side.parts.put(name, now.of(table.name())));
      return side;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  @Override
  public List<TableShape> shapes() {
    return catalog.tables().values().stream().map(LiveTable::shape).toList();
  }

  private LiveTable live(TableShape table) {
    return catalog.tables().get(table.name());
  }

  @Override
  public List<PartitionSum> sums(TableShape table) {
    List<String> read = parts.get(table.name());
    return read.isEmpty() ? List.of() : live(table).sums(server, read);
  }

  @Override
  public RowLines lines(TableShape table, Set<String> partitions) {
    List<String> read = parts.get(table.name());
    BlockLines.Blocks blocks =
        read.isEmpty()
            ? new NoBlocks()
            : new AnswerBlocks(live(table).rows(server, read, List.copyOf(partitions)));
    return new BlockLines(blocks, table.columns().size(), partitions);
  }

  @Override
  public boolean isWhole(TableShape table) {
    List<String> now = ActiveParts.of(server, live(table).name()).of(live(table).name());
    boolean whole = now.containsAll(parts.get(table.name()));
    if (!whole) {
      parts.put(table.name(), now);
    }
    return whole;
  }

  /** Blocks of a table without parts. */
  private record NoBlocks() implements BlockLines.Blocks {

    @Override
    public boolean next() {
      return false;
    }

    @Override
    public NativeBlocks blocks() {
      throw new IllegalStateException("there are none");
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  /** Blocks that a server sends. */
  private record AnswerBlocks(BlockAnswer answer) implements BlockLines.Blocks {

    @Override
    public boolean next() {
      return answer.next();
    }

    @Override
    public NativeBlocks blocks() {
      return answer.blocks();
    }

    @Override
    public void close() throws IOException {
      answer.close();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
