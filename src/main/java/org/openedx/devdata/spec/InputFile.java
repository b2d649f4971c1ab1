package org.openedx.devdata.spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a user names and that are read whole: devices without an end are, too. Stateless. */
public final class InputFile {

  /** The largest one, in bytes: 64 MiB, many times of what any has. */
  public static final int LARGEST = 64 << 20;

  private InputFile() {}

  /**
   * Reads a file.
   *
   * @throws IOException with a reason of which {@link IoReason} makes words; a file that is too
   *     large is one
   */
  public static byte[] bytes(Path file) throws IOException {
    try (InputStream input = Files.newInputStream(file)) {
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
