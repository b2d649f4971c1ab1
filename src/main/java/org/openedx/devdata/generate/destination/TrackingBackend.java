package org.openedx.devdata.generate.destination;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openedx.devdata.bytes.Quoting;
import org.openedx.devdata.generate.config.ConfigReading;
import org.openedx.devdata.generate.config.ConfigValues;
import org.openedx.devdata.generate.config.FilePlace;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.NeededKey;
import org.openedx.devdata.generate.config.Opening;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.SplitSink;
import org.openedx.devdata.sink.codec.Codec;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.sink.csv.CsvFiles;
import org.openedx.devdata.sink.csv.CsvSink;
import org.openedx.devdata.sink.file.FileStore;
import org.openedx.devdata.sink.log.LogNames;
import org.openedx.devdata.sink.log.LogSink;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.tracking.TrackingSettings;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * The tracking log that an LMS would have written of lives; what it must know beside it, external
 * ids above all, as CSV.
 */
final class TrackingBackend implements FileBackend {

  private static final String PREFIX = "tracking_prefix";
  private static final String FILES = "tracking_files";
  private static final String TUTOR = "tutor";
  private static final String DAY = "day";

  @Override
  public String key() {
    return "tracking";
  }

  @Override
  public List<NeededKey> needs() {
    return List.of(NeededKey.of("csv_output_destination", "give the folder that the log goes to"));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.of(
                PREFIX,
                new FieldType.Choice(List.of("none", TUTOR)),
                "What stands before the JSON of a line: nothing, or time, level, process, user"
                    + " and address as Tutor's settings write them.")
            .withDefault("`none`"),
        Field.of(
                FILES,
                new FieldType.Choice(List.of(DAY, "size")),
                "Whether days have files of their own, or one file takes all, or `rows_per_file`"
                    + " lines.")
            .withDefault("`day`"));
  }

  @Override
  public boolean needsLives() {
    return true;
  }

  @Override
  public void check(ConfigReading reading, boolean chosen) {
    ConfigValues values = reading.values();
    if (chosen && values.text("model").filter("life"::equals).isEmpty()) {
      reading.problem(
          "backend",
          "backend: tracking logs what learners do, and model: mix makes statements alone; write model: life");
    }
  }

  /** As tracking logs are while they are written. */
  @Override
  public String compression(ConfigValues values) {
    return "none";
  }

  @Override
  public String form(GenerationConfig config) {
    return log(config).orElseThrow() + (isByDay(config) ? DAY : "");
  }

  @Override
  public Optional<TrackingSettings.Prefix> log(GenerationConfig config) {
    boolean tutor = config.values().text(PREFIX).filter(TUTOR::equals).isPresent();
    return Optional.of(tutor ? TrackingSettings.Prefix.TUTOR : TrackingSettings.Prefix.NONE);
  }

  private static boolean isByDay(GenerationConfig config) {
    return config.values().text(FILES).orElse(DAY).equals(DAY);
  }

  @Override
  public boolean isOwnFile(GenerationConfig config, String name) {
    String mark = config.output().slice().mark();
    return names(config).matches(name)
        || Stream.of(DumpTable.values())
            .anyMatch(table -> name.startsWith(table.fileName() + mark + ".csv"));
  }

  private static LogNames names(GenerationConfig config) {
    return new LogNames("tracking", config.output().slice().mark());
  }

  @Override
  public Optional<Quoting> packed() {
    return Optional.of(Quoting.PLAIN);
  }

  @Override
  public String label(FilePlace place, String servers) {
    return "tracking log in %s (%s)"
        .formatted(place.label(), place.config().output().compression());
  }

  @Override
  public Sink open(Opening opening) throws IOException {
    GenerationConfig config = opening.config();
    GenerationConfig.Output output = config.output();
    Codec codec = Codecs.of(output.compression(), output.level());
    FileStore files = opening.files();
    return new SplitSink(
        new LogSink(
            files, names(config), isByDay(config), output.rowsPerFile(), codec, output.threads()),
        new CsvSink(new CsvFiles(files, output.slice().mark(), 0), codec, output.threads()));
  }
}
