package org.openedx.devdata.generate.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.sink.delivery.Batch;
import org.openedx.devdata.sink.file.SealedJson;
import org.openedx.devdata.world.dump.DumpTable;
import org.openedx.devdata.world.dump.ExportOptions;
import org.openedx.devdata.xapi.Verb;

/**
 * The state of a run on disk, replaced as a whole about once a second, so that a run that was
 * killed can be resumed. Not thread-safe.
 */
public final class CheckpointFile {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);

  private final Path file;
  private final String fingerprint;
  private final Instant clock;
  private final ExportOptions exports;
  private final JsonNode saved;
  private long lastSaved = System.nanoTime();

  private CheckpointFile(
      Path file, String fingerprint, Instant clock, ExportOptions exports, JsonNode saved) {
    this.file = file;
    this.fingerprint = fingerprint;
    this.clock = clock;
    this.exports = exports;
    this.saved = saved;
  }

  /**
   * Starts from the beginning, whatever the file holds.
   *
   * @param clock the run clock, which a resumed run has to take over
   * @param exports what exports contain, to be taken over alike
   */
  public static CheckpointFile fresh(
      Path file, String fingerprint, Instant clock, ExportOptions exports) {
    return new CheckpointFile(file, fingerprint, clock, exports, JSON.createObjectNode());
  }

  /** Keeps no state. */
  public static CheckpointFile none() {
    return new CheckpointFile(null, "", null, ExportOptions.DEFAULT, JSON.createObjectNode());
  }

  /**
   * Resumes from what the file holds.
   *
   * @param fingerprint of the plan; another plan cannot be resumed
   * @throws RunRefusedException when there is no file or it belongs to another plan
   */
  public static CheckpointFile resumed(Path file, String fingerprint) throws IOException {
    if (!Files.exists(file)) {
      throw new RunRefusedException("nothing to resume: no " + file + "; run without --resume");
    }
    JsonNode saved = SealedJson.read(file);
    if (!saved.path("fingerprint").asText().equals(fingerprint)) {
      throw new RunRefusedException(
          "cannot resume: "
              + file
              + " belongs to another configuration or version; run without --resume");
    }
    return new CheckpointFile(
        file,
        fingerprint,
        clock(saved).orElse(null),
        exports(saved).orElse(ExportOptions.DEFAULT),
        saved);
  }

  /** The run clock of the run that a file is of; nothing when there is no file. */
  public static Optional<Instant> clock(Path file) throws IOException {
    return Files.exists(file) ? clock(SealedJson.read(file)) : Optional.empty();
  }

  /** Content of the exports of the run that a file is of; nothing when there is no file. */
  public static Optional<ExportOptions> exports(Path file) throws IOException {
    return Files.exists(file) ? exports(SealedJson.read(file)) : Optional.empty();
  }

  private static Optional<ExportOptions> exports(JsonNode saved) {
    return Optional.ofNullable(saved.get("exports"))
        .map(
            exports ->
                new ExportOptions(
                    exports.path("pii").asBoolean(), exports.path("video_times").asBoolean()));
  }

  private static Optional<Instant> clock(JsonNode saved) {
    return Optional.ofNullable(saved.get("now")).map(text -> Instant.parse(text.asText()));
  }

  /** Counts a batch that was lost as delivered, if the file belongs to its run and says so. */
  static void arrived(Path file, Batch batch, long bytes) throws IOException {
    ObjectNode root = SealedJson.read(file);
    JsonNode table = root.path("tables").path(batch.table().toString());
    if (!root.path("fingerprint").asText().equals(batch.run()) || table.isMissingNode()) {
      return;
    }
    ArrayNode lost = (ArrayNode) table.get("lost");
    for (int i = 0; i < lost.size(); i++) {
      if (lost.get(i).get("block").intValue() == batch.number()) {
        Tally delivered = tally(table.get("delivered"));
        delivered.add(tally(lost.remove(i)));
        put(delivered, ((ObjectNode) table).putObject("delivered"));
        ((ObjectNode) table).put("written", table.get("written").longValue() + bytes);
        SealedJson.write(file, root);
        return;
      }
    }
  }

  public TableState state(DumpTable table, int first, int courses) {
    JsonNode node = saved.path("tables").path(table.toString());
    if (node.isMissingNode()) {
      return new TableState(first, new Tally(courses), new TreeMap<>(), 0, 0);
    }
    SortedMap<Integer, Tally> lost = new TreeMap<>();
    node.get("lost").forEach(block -> lost.put(block.get("block").intValue(), tally(block)));
    return new TableState(
        node.get("next").intValue(),
        tally(node.get("delivered")),
        lost,
        node.get("written").longValue(),
        node.get("position").longValue());
  }

  public void saveNowAndThen(Map<DumpTable, TableState> states) {
    if (file != null && System.nanoTime() - lastSaved >= INTERVAL) {
      try {
        save(states);
      } catch (IOException problem) {
        throw new UncheckedIOException(problem);
      }
    }
  }

  public void save(Map<DumpTable, TableState> states) throws IOException {
    if (file == null) {
      return;
    }
    ObjectNode root = JSON.createObjectNode();
    root.put("fingerprint", fingerprint);
    if (clock != null) {
      root.put("now", clock.toString());
    }
    root.putObject("exports").put("pii", exports.pii()).put("video_times", exports.videoTimes());
    ObjectNode tables = root.putObject("tables");
    states.forEach(
        (table, state) -> {
          ObjectNode node = tables.putObject(table.toString());
          node.put("next", state.next());
          node.put("written", state.written());
          node.put("position", state.position());
          put(state.tally(), node.putObject("delivered"));
          ArrayNode lost = node.putArray("lost");
          state.lost().forEach((block, tally) -> put(tally, lost.addObject().put("block", block)));
        });
    SealedJson.write(file, root);
    lastSaved = System.nanoTime();
  }

  /** Removes the file: the run is complete. */
  public void delete() throws IOException {
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }

  private static void put(Tally tally, ObjectNode node) {
    node.put("rows", tally.rows());
    node.put("bytes", tally.bytes());
    node.put("checksum", tally.checksum());
    for (Verb verb : Verb.values()) {
      node.withArray("verbs").add(tally.ofVerb(verb));
    }
    node.putArray("courses");
    for (int course = 0; course < tally.courses(); course++) {
      node.withArray("courses").add(tally.ofCourse(course));
    }
  }

  private static Tally tally(JsonNode node) {
    return Tally.restore(
        node.get("rows").longValue(),
        node.get("bytes").longValue(),
        node.get("checksum").asText(),
        longs(node.get("verbs")),
        longs(node.get("courses")));
  }

  private static long[] longs(JsonNode array) {
    long[] values = new long[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).longValue();
    }
    return values;
  }
}
