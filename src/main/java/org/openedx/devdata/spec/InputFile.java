package org.openedx.devdata.spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Files that a user names: devices without an end may be among them, and pipes without a writer.
 * Stateless.
 */
public final class InputFile {

  /** The largest one, in bytes: 64 MiB, many times of what any has. */
  public static final int LARGEST = 64 << 20;

  /** System property: how long a file that is none is waited for, in milliseconds. */
  static final String PATIENCE = "devdata.input.patience";

  private static final int DEFAULT_PATIENCE_MS = 60_000;

  private InputFile() {}

  /**
   * Opens a file. From what is no file with bytes on a disk (a pipe, a device, a file of /proc),
   * each part is waited for a minute.
   *
   * @throws IOException with a reason of which {@link IoReason} makes words
   */
  public static InputStream open(Path file) throws IOException {
    if (Files.isDirectory(file) || (Files.isRegularFile(file) && Files.size(file) > 0)) {
      return Files.newInputStream(file);
    }
    return new PatientStream(
        file, Duration.ofMillis(Integer.getInteger(PATIENCE, DEFAULT_PATIENCE_MS)));
  }

  /**
   * Reads a file.
   *
   * @throws IOException with a reason of which {@link IoReason} makes words; a file that is too
   *     large is one
   */
  public static byte[] bytes(Path file) throws IOException {
    try (InputStream input = open(file)) {
      byte[] bytes = input.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new FileSystemException(
            file.toString(), null, "it is larger than " + (LARGEST >> 20) + " MiB");
      }
      return bytes;
    }
  }

  /**
   * Reads a file of text in UTF-8.
   *
   * @throws IOException as {@link #bytes}; a {@code CharacterCodingException} for other encodings
   */
  public static String text(Path file) throws IOException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(file))).toString();
  }
}
