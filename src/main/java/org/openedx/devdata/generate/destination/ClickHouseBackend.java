package org.openedx.devdata.generate.destination;

import org.openedx.devdata.generate.config.Backend;
import org.openedx.devdata.generate.config.FilePlace;
import org.openedx.devdata.generate.config.Opening;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.world.dump.DumpTable;

/** All rows straight into ClickHouse. */
public final class ClickHouseBackend implements Backend {

  /**
   * Statements of an insert: about 24 MB, several of which fit into a small heap; more gain little.
   * Fixed and not asked of the server, because a run that is resumed must be cut as it was before.
   */
  static final int STATEMENTS_OF_AN_INSERT = 20_000;

  @Override
  public String key() {
    return "clickhouse";
  }

  @Override
  public boolean needsDatabase() {
    return true;
  }

  @Override
  public String label(FilePlace place, String servers) {
    return servers;
  }

  @Override
  public Sink open(Opening opening) {
    return opening.inOrder(opening.batches(DumpTable.XAPI, STATEMENTS_OF_AN_INSERT));
  }
}
