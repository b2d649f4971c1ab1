package org.openedx.devdata.generate.stored;

import java.io.IOException;
import java.util.Map;
import org.openedx.devdata.generate.config.FilePlace;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.StoredForm;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseException;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.world.dump.DumpTable;

/** Place of written files, and the way in which ClickHouse reads them from there. Immutable. */
public interface StoredSource {

  /** The source of a configuration; connects nothing yet. */
  static StoredSource of(GenerationConfig config, FilePlace place) {
    StoredForm form = config.backend().stored(config).orElseThrow();
    return config.store().sourceLocation() == null && place.bucket().isEmpty()
        ? new FolderSource(place.localFolder().orElseThrow(), config.output().slice(), form)
        : new BucketSource(config, place, form);
  }

  /**
   * True when files of a configuration can be loaded: they are, or are said to be, in a store, or
   * in a folder of this machine.
   */
  static boolean isPossible(GenerationConfig config, FilePlace place) {
    return config.store().sourceLocation() != null
        || place.bucket().isPresent()
        || place.localFolder().isPresent();
  }

  /** True when {@link #find} sees what is there, and does not only know what may be. */
  boolean isListed();

  /**
   * Looks what is there. Asks no ClickHouse.
   *
   * @throws IOException also when what is there is not what runs have left
   */
  StoredFiles find() throws IOException;

  /**
   * Has a server take a file.
   *
   * @param into where the table is on the site
   * @return how many rows that were
   * @throws ClickHouseException when the server does not take it
   */
  long load(
      ClickHouse server, DumpTable table, TableName into, String file, Map<String, String> settings)
      throws IOException;

  /** The exception with the server's message about a file, without secrets. */
  ClickHouseException describe(ClickHouseException problem, String file);
}
