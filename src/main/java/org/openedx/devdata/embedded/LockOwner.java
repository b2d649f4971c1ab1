package org.openedx.devdata.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.openedx.devdata.bytes.FileFailure;

/**
 * Holder of a lock, written into the locked file: process, host and since when. The lock itself is
 * the operating system's, which frees that of a dead process; what stands in the file of a free
 * lock means nothing.
 */
public final class LockOwner {

  private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
  private static final int MAX_BYTES = 1 << 10;

  private LockOwner() {}

  /** Writes this process into a file that it has locked by a channel. */
  public static void write(FileChannel locked, Path file) throws IOException {
    String line =
        "process %d on %s since %s"
            .formatted(
                ProcessHandle.current().pid(),
                host(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    try {
      locked.truncate(0);
      locked.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)), 0);
    } catch (IOException e) {
      throw FileFailure.at(file, e);
    }
  }

  /** Describes the holder of a lock; {@code another process} when it has not written itself yet. */
  public static String read(Path file) {
    try {
      String line = Files.size(file) > MAX_BYTES ? "" : Files.readString(file).strip();
      return line.startsWith("process ") ? line : "another process";
    } catch (IOException unreadable) {
      return "another process";
    }
  }

  private static String host() {
    try {
      return Files.readString(HOST_NAME).strip();
    } catch (IOException notLinux) {
      return System.getenv().getOrDefault("HOSTNAME", "this host");
    }
  }
}
