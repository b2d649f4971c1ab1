package org.openedx.devdata.generate.destination;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.bytes.Quoting;
import org.openedx.devdata.generate.config.ConfigValues;
import org.openedx.devdata.generate.config.FilePlace;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.NeededKey;
import org.openedx.devdata.generate.config.Opening;
import org.openedx.devdata.generate.config.StoredForm;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.lake.LakeFormat;
import org.openedx.devdata.sink.lake.LakeSink;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;

/** Native or Parquet files, statements by year. */
final class LakeBackend implements FileBackend {

  private static final String FORMAT = "lake_format";

  @Override
  public String key() {
    return "chdb";
  }

  @Override
  public Optional<String> alias() {
    return Optional.of("lake");
  }

  @Override
  public List<NeededKey> needs() {
    return List.of(
        new NeededKey(
            List.of("s3_bucket", "csv_output_destination"), "give the bucket that files go to"));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.of(FORMAT, new FieldType.Choice(LakeFormat.NAMES), "What its files are.")
            .withDefault(LakeFormat.NAMES.get(0)));
  }

  @Override
  public String compression(ConfigValues values) {
    return formatName(values).equals("native") ? "lz4" : "zstd";
  }

  @Override
  public String form(GenerationConfig config) {
    return formatName(config.values());
  }

  @Override
  public Optional<StoredForm> stored(GenerationConfig config) {
    LakeFormat format = format(config);
    return Optional.of(
        new StoredForm(
            format.clickHouseName(),
            format.isPackedInside() ? "none" : config.output().compression(),
            true,
            format.ending()));
  }

  @Override
  public Optional<Quoting> packed() {
    return Optional.of(Quoting.PLAIN);
  }

  @Override
  public String label(FilePlace place, String servers) {
    GenerationConfig.Output output = place.config().output();
    return "%s files in %s (%s)"
        .formatted(formatName(place.config().values()), place.label(), output.compression());
  }

  @Override
  public Sink open(Opening opening) throws IOException {
    GenerationConfig.Output output = opening.config().output();
    return new LakeSink(
        opening.files(),
        output.slice().mark(),
        output.rowsPerFile(),
        format(opening.config()),
        output.threads());
  }

  private static String formatName(ConfigValues values) {
    return values.text(FORMAT).orElse(LakeFormat.NAMES.get(0));
  }

  private static LakeFormat format(GenerationConfig config) {
    GenerationConfig.Output output = config.output();
    return LakeFormat.of(formatName(config.values()), output.compression(), output.level());
  }
}
