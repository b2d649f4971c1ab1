package org.openedx.devdata.cli.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openedx.devdata.cli.connect.EmbeddedEngine;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.generate.RunFolder;
import org.openedx.devdata.generate.config.Backend;
import org.openedx.devdata.generate.config.FilePlace;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.stored.StoredFiles;
import org.openedx.devdata.sink.DiscardSink;
import org.openedx.devdata.sink.OrderedSink;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.SplitSink;
import org.openedx.devdata.sink.codec.Codec;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.csv.CsvFiles;
import org.openedx.devdata.sink.csv.CsvSink;
import org.openedx.devdata.sink.delivery.BatchSink;
import org.openedx.devdata.sink.delivery.FailedBatches;
import org.openedx.devdata.sink.file.FileStore;
import org.openedx.devdata.sink.file.FolderStore;
import org.openedx.devdata.sink.file.RecordedStore;
import org.openedx.devdata.sink.lake.LakeFormat;
import org.openedx.devdata.sink.lake.LakeSink;
import org.openedx.devdata.sink.vector.VectorSink;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Where a load goes. Nothing is touched before {@link #open}; closing lets the embedded engine go.
 * Not thread-safe.
 */
final class Destination implements AutoCloseable {

  /**
   * Statements of an insert: about 24 MB, several of which fit into a small heap; more gain little.
   * Fixed and not asked of the server, because a run that is carried on must be cut as it was
   * before.
   */
  private static final int STATEMENTS_OF_AN_INSERT = 20_000;

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

  /** What it is, for people. */
  String label() {
    return switch (config.backend()) {
      case CSV -> "csv in " + place.label() + " (" + config.output().compression() + ")";
      case CHDB ->
          "%s files in %s (%s)"
              .formatted(
                  config.output().lakeFormat(), place.label(), config.output().compression());
      case CLICKHOUSE, RALPH -> servers.label();
      case VECTOR ->
          "tracking log in "
              + (toStandardOutput() ? "standard output" : config.output().destination())
              + " and "
              + servers.label();
      default -> config.backend().key();
    };
  }

  /** What the run keeps of itself. */
  RunFolder state() {
    return state(session, config);
  }

  /** As {@link #state()}, before there is a destination. */
  static RunFolder state(Session session, GenerationConfig config) {
    Path folder = session.surroundings().folder();
    FilePlace place = new FilePlace(config, folder);
    Path states = folder.resolve(EmbeddedEngine.FOLDER).resolve("load-db");
    Path state =
        switch (config.backend()) {
          case CSV, CHDB ->
              place
                  .localFolder()
                  .orElseGet(() -> states.resolve(config.backend().key() + "-" + place.slug()));
          default -> states.resolve(config.backend().key());
        };
    return new RunFolder(state, config.output().slice());
  }

  /**
   * Opens it; the embedded ClickHouse gets the tables that it lacks.
   *
   * @param warnings told of failed tries, a line each, from any thread
   */
  Sink open(Consumer<String> warnings) throws IOException {
    GenerationConfig.Output output = config.output();
    return switch (config.backend()) {
      case CSV ->
          new CsvSink(
              new CsvFiles(files(), output.slice().mark(), output.rowsPerFile()),
              Codecs.of(output.compression(), output.level()),
              output.threads());
      case CLICKHOUSE -> ordered(batches(DumpTable.XAPI, warnings));
      case RALPH ->
          ordered(
              new SplitSink(
                  batches(DumpTable.XAPI, warnings), batches(DumpTable.TAXONOMY, warnings)));
      case VECTOR -> ordered(new SplitSink(log(), batches(DumpTable.TAXONOMY, warnings)));
      case CHDB ->
          new LakeSink(
              files(),
              output.slice().mark(),
              output.rowsPerFile(),
              LakeFormat.of(output.lakeFormat(), output.compression(), output.level()),
              output.threads());
      case DISCARD -> new DiscardSink();
    };
  }

  private FileStore files() throws IOException {
    files = new RecordedStore(place.open());
    return files;
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
      return request.resume() ? StoredFiles.sizes(files.readable().get(), config) : files.sizes();
    } catch (IOException unlisted) {
      // A login may write and not list.
      session.warn("the manifest does not name the files: " + unlisted.getMessage());
      return Map.of();
    }
  }

  private Sink ordered(Sink sink) {
    return new OrderedSink(sink, servers::beforeStatements);
  }

  /** Whether the folder that files go to has statements of an earlier run. */
  boolean holdsEarlierFiles() throws IOException {
    if (config.backend() != Backend.CSV && config.backend() != Backend.CHDB) {
      return false;
    }
    Optional<Path> folder = place.localFolder();
    return folder.isPresent()
        && new FolderStore(folder.get())
            .names().stream().anyMatch(name -> name.startsWith(DumpTable.XAPI.fileName()));
  }

  /** Whether statements are written there, so that messages must go elsewhere. */
  boolean toStandardOutput() {
    return config.backend() == Backend.VECTOR && config.output().destination() == null;
  }

  private Sink log() {
    GenerationConfig.Output output = config.output();
    Codec codec = Codecs.of(output.compression(), output.level());
    if (toStandardOutput()) {
      FileStore stream = new StandardOutput(session.surroundings().out());
      return new VectorSink(stream, "-", codec, output.threads());
    }
    Path file = session.surroundings().folder().resolve(output.destination());
    FileStore folder = new FolderStore(file.toAbsolutePath().getParent());
    String name = file.getFileName() + output.slice().mark();
    return new VectorSink(folder, name, codec, output.threads());
  }

  private Sink batches(DumpTable table, Consumer<String> warnings) {
    int statements =
        config.backend() == Backend.RALPH
            ? config.statements().batchSize()
            : STATEMENTS_OF_AN_INSERT;
    return new BatchSink(
        servers.courier(table),
        servers.policy(table),
        new FailedBatches(state().failed(), request.origin()),
        config.fingerprint(),
        statements,
        warnings);
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
}
