package org.openedx.devdata.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.generate.checkpoint.CheckpointFile;
import org.openedx.devdata.generate.checkpoint.TableState;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.generate.stored.StoredManifests;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.sink.delivery.Batch;
import org.openedx.devdata.sink.delivery.FailedBatches;
import org.openedx.devdata.sink.file.FolderStore;
import org.openedx.devdata.world.dump.DumpTable;
import org.openedx.devdata.world.dump.ExportOptions;

/**
 * Every file that a run leaves for a later one, cut at each length and changed at random: it is
 * read as it was, or refused with its name and in words.
 */
class DamagedFilesTest {

  private static final String RUN = "5f1c0a52-0000-5000-8000-000000000001";
  private static final int CHANGES = 400;

  @TempDir private Path folder;
  private FailedBatches failed;
  private Path checkpoint;

  @BeforeEach
  void leaveFiles() throws IOException {
    failed = new FailedBatches(folder.resolve("failed"), Map.of("config_file", "/x/load.yaml"));
    byte[] rows = new byte[3000];
    new Random(1).nextBytes(rows);
    failed.keep(Batch.of(RUN, DumpTable.TAXONOMY, 3, 7, rows, rows.length), "it was away");
    checkpoint = folder.resolve("checkpoint.json");
    Tally tally = new Tally(2);
    CheckpointFile.fresh(
            checkpoint, RUN, Instant.parse("2026-03-29T00:00:00Z"), ExportOptions.DEFAULT)
        .save(
            Map.of(
                DumpTable.XAPI,
                new TableState(5, tally, new TreeMap<>(Map.of(3, new Tally(2))), 1234, 99)));
    Files.writeString(
        folder.resolve("manifest.json"),
        "{\"run\":\"%s\",\"seed\":7,\"tables\":{\"xapi_events_all\":{\"rows\":12}}}"
            .formatted(RUN));
    Files.writeString(folder.resolve("xapi.csv"), "row\n");
  }

  private String checkpointed() throws IOException {
    TableState state = CheckpointFile.resumed(checkpoint, RUN).state(DumpTable.XAPI, 0, 2);
    return "%d %d %d %s %s"
        .formatted(
            state.next(),
            state.written(),
            state.position(),
            state.lost().keySet(),
            CheckpointFile.clock(checkpoint));
  }

  private String kept() throws IOException {
    List<Batch> batches = failed.list();
    StringBuilder all = new StringBuilder(FailedBatches.origin(failed.folder()).toString());
    for (Batch batch : batches) {
      java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
      batch.body().writeTo(bytes);
      all.append(batch.token()).append(batch.rows()).append(Arrays.hashCode(bytes.toByteArray()));
    }
    return all.toString();
  }

  private void sweep(Path file, String named, Callable<String> read) throws Exception {
    byte[] good = Files.readAllBytes(file);
    String truth = read.call();
    List<String> faults = new ArrayList<>();
    int refused = 0;
    for (byte[] bad : mutants(good)) {
      Files.write(file, bad);
      try {
        String now = read.call();
        if (!now.equals(truth)) {
          faults.add("read as " + now);
        }
      } catch (IOException e) {
        refused++;
        String said = String.valueOf(e.getMessage());
        if (!said.contains(named)
            || said.matches("(?s).*(REDACTED|Exception|\\[Source|java\\.|Unexpected|\n).*")) {
          faults.add(said);
        }
      } catch (RuntimeException e) {
        faults.add(e + " at " + e.getStackTrace()[0]);
      }
    }
    Files.write(file, good);
    assertThat(faults.stream().distinct().limit(10)).isEmpty();
    assertThat(refused).isGreaterThan(CHANGES / 2);
    assertThat(read.call()).isEqualTo(truth);
  }

  private static List<byte[]> mutants(byte[] good) {
    List<byte[]> all = new ArrayList<>();
    for (int length = 0; length < good.length; length += Math.max(1, good.length / 100)) {
      all.add(Arrays.copyOf(good, length));
    }
    Random random = new Random(20261130);
    for (int i = 0; i < CHANGES; i++) {
      byte[] bad = good.clone();
      for (int change = 0; change <= i % 3; change++) {
        bad[random.nextInt(bad.length)] =
            i % 2 == 0 ? (byte) random.nextInt(256) : (byte) ('0' + random.nextInt(10));
      }
      all.add(bad);
    }
    for (String other :
        List.of("{}", "[]", "null", "7", "\"x\"", "{\"tables\":7}", "<html>", " ")) {
      all.add(other.getBytes(StandardCharsets.UTF_8));
    }
    return all;
  }

  @Test
  void checkpoint() throws Exception {
    sweep(checkpoint, "checkpoint.json", this::checkpointed);
  }

  @Test
  void noteOfABatch() throws Exception {
    sweep(failed.folder().resolve(RUN + "-taxonomy-3.json"), "failed", this::kept);
  }

  @Test
  void rowsOfABatch() throws Exception {
    sweep(failed.folder().resolve(RUN + "-taxonomy-3.rowbinary.zst"), "rowbinary", this::kept);
  }

  @Test
  void commandThatBatchesComeFrom() throws Exception {
    sweep(failed.folder().resolve("run.json"), "run.json", this::kept);
  }

  @Test
  void manifestThatIsNoneIsRefused() throws Exception {
    Path manifest = folder.resolve("manifest.json");
    for (String bad : List.of("", "{", "[]", "null", "{\"run\":7}", "{\"run\":\"x\"}", "\0\1\2")) {
      Files.writeString(manifest, bad);
      FolderStore store = new FolderStore(folder);
      assertThat(
              org.assertj.core.api.Assertions.catchThrowable(
                  () -> StoredManifests.of(store, List.of("manifest.json"), Slice.WHOLE)))
          .as(bad)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("manifest.json, which is no manifest")
          .hasMessageNotContaining("Source");
    }
  }
}
