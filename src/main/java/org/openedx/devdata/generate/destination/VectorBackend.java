package org.openedx.devdata.generate.destination;

import java.nio.file.Path;
import java.util.Optional;
import org.openedx.devdata.bytes.Quoting;
import org.openedx.devdata.generate.config.Backend;
import org.openedx.devdata.generate.config.FilePlace;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.Opening;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.SplitSink;
import org.openedx.devdata.sink.codec.Codec;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.file.FolderStore;
import org.openedx.devdata.sink.vector.VectorSink;
import org.openedx.devdata.world.dump.DumpTable;

/** Statements as lines of a tracking log, which Vector reads, the rest into ClickHouse. */
final class VectorBackend implements Backend {

  @Override
  public String key() {
    return "vector";
  }

  /** Vector reads lines as they come. */
  @Override
  public String compression(String lakeFormat) {
    return "none";
  }

  @Override
  public boolean writesLog() {
    return true;
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
    return config.output().destination() == null;
  }

  @Override
  public String label(FilePlace place, String servers) {
    return "tracking log in "
        + (toStandardOutput(place.config())
            ? "standard output"
            : place.config().output().destination())
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
    if (toStandardOutput(opening.config())) {
      return new VectorSink(opening.standardOutput(), "-", codec, output.threads());
    }
    Path file = opening.folder().resolve(output.destination());
    return new VectorSink(
        new FolderStore(file.toAbsolutePath().getParent()),
        file.getFileName() + output.slice().mark(),
        codec,
        output.threads());
  }
}
