package org.openedx.devdata.embedded.clickhouse.engine;

import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The engine of one data folder, in this process. Thread-safe: every caller opens its own {@link
 * ChdbConnection}.
 *
 * <p>The library boots one engine a process and does not like being booted again, so a process
 * opens one of these and keeps it until it ends.
 */
public final class ChdbEngine implements AutoCloseable {

  private final LibChdb library;
  private final Path folder;
  private final EngineConfig config;

  /** Kept open for as long as the engine shall live: the last connection that closes ends it. */
  private final ChdbConnection anchor;

  private final String version;
  private final String timezone;

  private ChdbEngine(LibChdb library, Path folder, EngineConfig config) {
    this.library = library;
    this.folder = folder;
    this.config = config;
    this.anchor = connect();
    EngineConfig.systemTables().forEach(anchor::text);
    String[] facts = anchor.text("SELECT version(), timezone()").strip().split("\t", -1);
    this.version = facts[0];
    this.timezone = facts[1];
  }

  /**
   * Boots the engine.
   *
   * @throws IllegalStateException when the folder is in use by another process or cannot be written
   * @throws IOException when its configuration cannot be written
   */
  public static ChdbEngine open(Path libraryFile, Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath();
    return new ChdbEngine(LibChdb.load(libraryFile), absolute, EngineConfig.write(absolute));
  }

  /**
   * A fresh session: database {@code default}, default settings. Costs well under a millisecond.
   */
  public ChdbConnection connect() {
    String[] arguments = {
      "clickhouse", "--path=" + folder, "--config-file=" + config.file(),
    };
    Pointer reference =
        library.chdb_connect(
            arguments.length, new StringArray(arguments, StandardCharsets.UTF_8.name()));
    if (reference == null) {
      throw new IllegalStateException(
          "the embedded ClickHouse cannot open its data folder '%s': another process holds it, or it cannot be written; stop that process or name another folder"
              .formatted(folder));
    }
    return new ChdbConnection(library, reference);
  }

  /** For example {@code 26.7.2.1}. */
  public String version() {
    return version;
  }

  /** For example {@code Etc/UTC}. */
  public String timezone() {
    return timezone;
  }

  @Override
  public void close() {
    anchor.close();
  }
}
