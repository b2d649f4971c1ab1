package org.openedx.devdata.cli.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.openedx.devdata.cli.connect.EmbeddedEngine;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.generate.checkpoint.RunFolder;
import org.openedx.devdata.generate.config.FilePlace;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.Opening;
import org.openedx.devdata.generate.stored.StoredFiles;
import org.openedx.devdata.sink.OrderedSink;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.delivery.BatchSink;
import org.openedx.devdata.sink.delivery.FailedBatches;
import org.openedx.devdata.sink.file.FileStore;
import org.openedx.devdata.sink.file.FolderStore;
import org.openedx.devdata.sink.file.ReadableStore;
import org.openedx.devdata.sink.file.RecordedStore;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Destination of a load. Nothing is touched before {@link #open}; closing lets the embedded engine
 * go. Not thread-safe.
 */
final class Destination implements AutoCloseable {

  private final Session session;
  private final GenerateRequest request;
  private final GenerationConfig config;
  private final DestinationServers servers;
  private final FilePlace place;
  private RecordedStore files;

  /**
   * @throws org.openedx.devdata.jdbc.targets.ConfigurationException when it is a machine that was
   *     not allowed
   */
  Destination(Session session, GenerateRequest request, GenerationConfig config) {
    this.session = session;
    this.request = request;
    this.config = config;
    this.servers = new DestinationServers(session, request, config);
    this.place = new FilePlace(config, session.surroundings().folder());
  }

  /** Description for people. */
  String label() {
    return config.backend().label(place, servers.label());
  }

  /** The folder of what the run keeps of itself. */
  RunFolder state() {
    return state(session, config);
  }

  /** As {@link #state()}, before there is a destination. */
  static RunFolder state(Session session, GenerationConfig config) {
    Path folder = session.surroundings().folder();
    Path states = folder.resolve(EmbeddedEngine.FOLDER).resolve("load-db");
    Path state = config.backend().state(new FilePlace(config, folder), states);
    return new RunFolder(state, config.output().slice());
  }

  /**
   * Opens it; the embedded ClickHouse gets the tables that it lacks.
   *
   * @param warnings get failed tries, a line each, from any thread
   */
  Sink open(Consumer<String> warnings) throws IOException {
    return config.backend().open(new Opened(warnings));
  }

  /**
   * The files that a run has written, with their sizes; empty where they cannot be listed. Of those
   * of a resumed run, which other processes began, all that have such names.
   */
  Map<String, Long> written() {
    if (files == null || files.readable().isEmpty()) {
      return Map.of();
    }
    try {
      return request.resume() ? sizes(files.readable().get()) : files.sizes();
    } catch (IOException unlisted) {
      // A login may write and not list.
      session.warn("the manifest does not name the files: " + unlisted.getMessage());
      return Map.of();
    }
  }

  /** The sizes of all files, by name, that have names as the run gives them. */
  private Map<String, Long> sizes(ReadableStore store) throws IOException {
    if (config.backend().stored(config).isPresent()) {
      return StoredFiles.sizes(store, config);
    }
    SortedMap<String, Long> sizes = store.sizes();
    sizes.keySet().removeIf(name -> !config.backend().isOwnFile(config, name));
    return sizes;
  }

  /** True when the folder that files go to has statements, or lines, of an earlier run. */
  boolean holdsEarlierFiles() throws IOException {
    Optional<Path> folder = place.localFolder();
    boolean stored = config.backend().stored(config).isPresent();
    return folder.isPresent()
        && new FolderStore(folder.get())
            .names().stream()
                .anyMatch(
                    name ->
                        (stored && name.startsWith(DumpTable.XAPI.fileName()))
                            || config.backend().isOwnFile(config, name));
  }

  /** True when statements are written there, so that messages must go elsewhere. */
  boolean toStandardOutput() {
    return config.backend().toStandardOutput(config);
  }

  FilePlace place() {
    return place;
  }

  DestinationServers servers() {
    return servers;
  }

  @Override
  public void close() {
    servers.close();
  }

  /** Opens what the back end asks for. */
  private final class Opened implements Opening {
    private final Consumer<String> warnings;

    Opened(Consumer<String> warnings) {
      this.warnings = warnings;
    }

    @Override
    public GenerationConfig config() {
      return config;
    }

    @Override
    public Path folder() {
      return session.surroundings().folder();
    }

    @Override
    public FileStore files() throws IOException {
      files = new RecordedStore(place.open());
      return files;
    }

    @Override
    public FileStore standardOutput() {
      return new StandardOutput(session.surroundings().out());
    }

    @Override
    public Sink batches(DumpTable table, int statements) {
      return new BatchSink(
          servers.courier(table),
          servers.policy(table),
          new FailedBatches(state().failed(), request.origin()),
          config.fingerprint(),
          statements,
          warnings);
    }

    @Override
    public Sink inOrder(Sink sink) {
      return new OrderedSink(sink, servers::beforeStatements);
    }
  }
}
