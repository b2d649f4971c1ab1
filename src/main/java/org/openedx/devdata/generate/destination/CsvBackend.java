package org.openedx.devdata.generate.destination;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.bytes.Quoting;
import org.openedx.devdata.generate.config.FilePlace;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.NeededKey;
import org.openedx.devdata.generate.config.Opening;
import org.openedx.devdata.generate.config.StoredForm;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.codec.Codec;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.csv.CsvFiles;
import org.openedx.devdata.sink.csv.CsvSink;

/** CSV files, one or more for each table. */
final class CsvBackend implements FileBackend {

  @Override
  public String key() {
    return "csv";
  }

  @Override
  public Optional<String> oldName() {
    return Optional.of("csv_file");
  }

  @Override
  public List<NeededKey> needs() {
    return List.of(NeededKey.of("csv_output_destination", "give the folder that files go to"));
  }

  @Override
  public Optional<StoredForm> stored(GenerationConfig config) {
    return Optional.of(
        new StoredForm(
            "CSV", config.output().compression(), false, ".csv" + codec(config).suffix()));
  }

  @Override
  public Optional<Quoting> packed() {
    return Optional.of(Quoting.CSV);
  }

  @Override
  public String label(FilePlace place, String servers) {
    return "csv in %s (%s)".formatted(place.label(), place.config().output().compression());
  }

  @Override
  public Sink open(Opening opening) throws IOException {
    GenerationConfig.Output output = opening.config().output();
    return new CsvSink(
        new CsvFiles(opening.files(), output.slice().mark(), output.rowsPerFile()),
        codec(opening.config()),
        output.threads());
  }

  private static Codec codec(GenerationConfig config) {
    return Codecs.of(config.output().compression(), config.output().level());
  }
}
