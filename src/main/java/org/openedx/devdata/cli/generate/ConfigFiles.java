package org.openedx.devdata.cli.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.openedx.devdata.cli.connect.SpecFiles;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.generate.Generation;
import org.openedx.devdata.generate.checkpoint.RunFolder;
import org.openedx.devdata.generate.config.FilePlace;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.GenerationConfigReader;
import org.openedx.devdata.generate.destination.Backends;
import org.openedx.devdata.generate.destination.ClickHouseBackend;
import org.openedx.devdata.generate.stored.StoredSource;
import org.openedx.devdata.jdbc.targets.ConfigurationException;
import org.openedx.devdata.spec.InputFile;
import org.openedx.devdata.spec.IoReason;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecException;

/**
 * Reads the configuration of a load, and refuses what this version cannot do. Immutable.
 *
 * @param session where files and variables are
 * @param request what was asked for
 */
record ConfigFiles(Session session, GenerateRequest request) {

  /** Bytes that are read of a configuration from standard input; the reader refuses far fewer. */
  private static final int LONGEST_INPUT = 1 << 26;

  /**
   * The configuration, with the embedded ClickHouse as its destination when that was asked for.
   *
   * @throws org.openedx.devdata.spec.SpecException with everything that is wrong with the file
   * @throws ConfigurationException when there is no file, or it wants what cannot be done
   */
  GenerationConfig read() {
    return read(bytes(), request.clock());
  }

  /**
   * As {@link #read}, with the clock of an interrupted run: what was today when it began is so when
   * it is resumed, be that on another day.
   *
   * @param folder where the run has left its checkpoint
   */
  GenerationConfig readAsBegun(Function<GenerationConfig, RunFolder> folder) throws IOException {
    byte[] bytes = bytes();
    GenerationConfig config = read(bytes, request.clock());
    RunFolder state = folder.apply(config);
    Optional<Instant> begun = state.clock();
    if (request.clockGiven() && begun.filter(clock -> !clock.equals(request.clock())).isPresent()) {
      throw new ConfigurationException(
          "--now is %s, but the run that is to be resumed began with %s; leave --now out"
              .formatted(request.clock(), begun.get()));
    }
    GenerationConfig asBegun = begun.isPresent() ? read(bytes, begun.get()) : config;
    return state.exports().map(asBegun::following).orElse(asBegun);
  }

  private GenerationConfig read(byte[] bytes, Instant clock) {
    String name = request.isStandardInput() ? "<stdin>" : request.file().orElse("default.yaml");
    GenerationConfigReader reader = Backends.reader(name, session.surroundings()::variable, clock);
    GenerationConfig config;
    try {
      config =
          request.databaseOnly()
              ? reader.readForLoading(bytes, request.slice())
              : reader.read(bytes, request.slice());
    } catch (SpecException invalid) {
      refuseSpec(name, bytes);
      throw invalid;
    }
    if (request.embedded() && !(request.loadsFiles(config) && makesFiles(config))) {
      config = config.withBackend(new ClickHouseBackend());
    }
    refuse(config);
    if (!request.resume() && request.retry().isEmpty()) {
      // The interrupted run has shown them before.
      reader.warnings().forEach(session::warn);
    }
    return config;
  }

  /** Throws one problem instead of many when the file is a spec. */
  private void refuseSpec(String name, byte[] bytes) {
    Problems problems = new Problems();
    SpecFiles.yaml(session)
        .read(name, bytes, new Problems())
        .ifPresent(
            root ->
                new SpecFiles(session, request.clock())
                    .otherThanConfiguration(root)
                    .ifPresent(
                        what ->
                            problems.add(
                                root.in(name),
                                what
                                    + "; specs are loaded by devdata load TOP, a top-level spec")));
    problems.throwIfAny();
  }

  private byte[] bytes() {
    try {
      if (request.isStandardInput()) {
        return session.surroundings().in().readNBytes(LONGEST_INPUT);
      }
      if (request.file().isPresent()) {
        return InputFile.bytes(session.surroundings().folder().resolve(request.file().get()));
      }
      try (InputStream small = Generation.class.getResourceAsStream("default.yaml")) {
        return small.readAllBytes();
      }
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new ConfigurationException(
          "there is no file %s; check --config_file".formatted(Shown.quoted(request.source())));
    } catch (IOException e) {
      if (request.file().isEmpty()) {
        throw new UncheckedIOException(e);
      }
      throw new ConfigurationException(
          "cannot read %s: %s; check --config_file"
              .formatted(Shown.quoted(request.source()), IoReason.of(e)));
    }
  }

  private void refuse(GenerationConfig config) {
    String file = request.source();
    if (makesFiles(config)) {
      refuseStore(file, config);
      return;
    }
    refuseFiles(file, config);
    if (config.backend().toStandardOutput(config)) {
      refuseTwoOutputs(file);
    }
  }

  /** True when there will be files that ClickHouse can load. */
  private static boolean makesFiles(GenerationConfig config) {
    return config.backend().stored(config).isPresent();
  }

  private void refuseFiles(String file, GenerationConfig config) {
    if (request.databaseOnly()) {
      throw new ConfigurationException(
          "%s: backend %s makes no files that could be loaded; use csv or chdb"
              .formatted(file, config.backend().key()));
    }
  }

  private void refuseTwoOutputs(String file) {
    if (session.json() && !request.dryRun()) {
      throw new ConfigurationException(
          "%s: statements go to standard output, and so would --format json; give a file as vector_output_destination"
              .formatted(file));
    }
  }

  private void refuseStore(String file, GenerationConfig config) {
    FilePlace place = new FilePlace(config, session.surroundings().folder());
    if (request.loadsFiles(config) && !StoredSource.isPossible(config, place)) {
      throw new ConfigurationException(
          "%s: ClickHouse cannot read files in %s; let csv_output_destination be a folder or s3://BUCKET/PREFIX, or give s3_source_location"
              .formatted(file, Shown.quoted(config.output().destination())));
    }
  }
}
