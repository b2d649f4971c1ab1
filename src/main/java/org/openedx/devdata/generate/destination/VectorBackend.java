package org.openedx.devdata.generate.destination;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.bytes.Quoting;
import org.openedx.devdata.generate.config.Backend;
import org.openedx.devdata.generate.config.ConfigReading;
import org.openedx.devdata.generate.config.ConfigValues;
import org.openedx.devdata.generate.config.FilePlace;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.Opening;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.SplitSink;
import org.openedx.devdata.sink.codec.Codec;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.file.FolderStore;
import org.openedx.devdata.sink.vector.VectorSink;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.world.dump.DumpTable;

/** Statements as lines of a tracking log, which Vector reads, the rest into ClickHouse. */
final class VectorBackend implements Backend {

  private static final String LOG = "vector_output_destination";

  @Override
  public String key() {
    return "vector";
  }

  /** Vector reads lines as they come. */
  @Override
  public String compression(ConfigValues values) {
    return "none";
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.of(
                LOG,
                new FieldType.Text(4_096),
                "The file that statements go to; `-`: standard output, and messages go to standard"
                    + " error.")
            .withDefault("`-`"));
  }

  @Override
  public void check(ConfigReading reading, boolean chosen) {
    log(reading.values())
        .filter(log -> chosen && !isWritable(log))
        .ifPresent(
            log ->
                reading.problem(
                    LOG,
                    "cannot write to %s; give a file in a folder that is there, or - for standard output"
                        .formatted(Shown.quoted(log))));
  }

  private static boolean isWritable(String log) {
    try {
      Path file = Path.of(log).toAbsolutePath();
      return !Files.isDirectory(file)
          && file.getParent() != null
          && Files.isDirectory(file.getParent());
    } catch (InvalidPathException notOne) {
      return false;
    }
  }

  /** The file of statements; nothing for standard output. */
  private static Optional<String> log(ConfigValues values) {
    return values.name(LOG).filter(log -> !log.equals("-"));
  }

  @Override
  public boolean needsDatabase() {
    return true;
  }

  @Override
  public boolean statementsApart() {
    return true;
  }

  @Override
  public Optional<Quoting> packed() {
    return Optional.of(Quoting.PLAIN);
  }

  @Override
  public boolean toStandardOutput(GenerationConfig config) {
    return log(config.values()).isEmpty();
  }

  @Override
  public String label(FilePlace place, String servers) {
    return "tracking log in "
        + log(place.config().values()).orElse("standard output")
        + " and "
        + servers;
  }

  @Override
  public Sink open(Opening opening) {
    return opening.inOrder(
        new SplitSink(
            log(opening),
            opening.batches(DumpTable.TAXONOMY, ClickHouseBackend.STATEMENTS_OF_AN_INSERT)));
  }

  private Sink log(Opening opening) {
    GenerationConfig.Output output = opening.config().output();
    Codec codec = Codecs.of(output.compression(), output.level());
    Optional<String> log = log(opening.config().values());
    if (log.isEmpty()) {
      return new VectorSink(opening.standardOutput(), "-", codec, output.threads());
    }
    Path file = opening.folder().resolve(log.get());
    return new VectorSink(
        new FolderStore(file.toAbsolutePath().getParent()),
        file.getFileName() + output.slice().mark(),
        codec,
        output.threads());
  }
}
