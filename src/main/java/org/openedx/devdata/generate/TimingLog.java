package org.openedx.devdata.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Log of how long everything took, a JSON object a line, in a file of its own for each run, with
 * the names that xapi-db-load 1.5.0 gives: {@code time}, {@code timer}, {@code key}, {@code
 * duration} in seconds; besides, {@code batch} and {@code rows}. A file that is full is set aside.
 * Thread-safe.
 */
public final class TimingLog implements GenerationListener, AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss'_timing.log'").withZone(ZoneOffset.UTC);

  private final Path file;
  private final GenerationConfig.Log settings;
  private final Supplier<Instant> clock;
  private final Map<DumpTable, Long> begun = new EnumMap<>(DumpTable.class);
  private OutputStream out;
  private long size;

  private TimingLog(Path file, GenerationConfig.Log settings, Supplier<Instant> clock)
      throws IOException {
    this.file = file;
    this.settings = settings;
    this.clock = clock;
    this.out = Files.newOutputStream(file);
  }

  /**
   * Begins a file, named by the time.
   *
   * @param folder made when it is not there
   */
  public static TimingLog open(Path folder, GenerationConfig.Log settings, Supplier<Instant> clock)
      throws IOException {
    Files.createDirectories(folder);
    return new TimingLog(folder.resolve(NAME.format(clock.get())), settings, clock);
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** Logs how long something took. */
  public void took(String timer, String key, Duration duration) {
    write(line(timer, key, duration.toNanos()));
  }

  @Override
  public synchronized void began(DumpTable table, long rows) {
    begun.put(table, System.nanoTime());
  }

  @Override
  public void timed(DumpTable table, int block, long rows, long makeNanos, long deliverNanos) {
    if (table.holdsStatements()) {
      write(line("batch", "get_events", makeNanos).put("batch", block).put("rows", rows));
      write(line("batch", "insert_events", deliverNanos).put("batch", block).put("rows", rows));
    }
  }

  @Override
  public synchronized void ended(DumpTable table) {
    long nanos = System.nanoTime() - begun.get(table);
    write(
        table.holdsStatements()
            ? line("batches", "total", nanos)
            : line("insert_metadata", key(table), nanos));
  }

  /** As the older tool calls it where it has a name for it. */
  private static String key(DumpTable table) {
    return switch (table) {
      case COURSE_OVERVIEWS -> "course";
      case COURSE_BLOCKS -> "blocks";
      default -> table.tableName();
    };
  }

  @Override
  public void advanced(DumpTable table, long rows, long written) {
    // The blocks are logged one by one.
  }

  @Override
  public void failed(DumpTable table, long rows, String reason) {
    write(JSON.createObjectNode().put("time", now()).put("timer", "failed").put("key", reason));
  }

  private ObjectNode line(String timer, String key, long nanos) {
    return JSON.createObjectNode()
        .put("time", now())
        .put("timer", timer)
        .put("key", key)
        .put("duration", (double) nanos / TimeUnit.SECONDS.toNanos(1));
  }

  private String now() {
    return clock.get().toString();
  }

  private synchronized void write(ObjectNode line) {
    try {
      byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
      if (settings.maxBytes() > 0 && size > 0 && size + bytes.length > settings.maxBytes()) {
        setAside();
      }
      out.write(bytes);
      size += bytes.length;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private void setAside() throws IOException {
    out.close();
    for (int number = settings.backups(); number > 0; number--) {
      Path older = number == 1 ? file : numbered(number - 1);
      if (Files.exists(older)) {
        Files.move(older, numbered(number), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    out = Files.newOutputStream(file);
    size = 0;
  }

  private Path numbered(int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
