package org.openedx.devdata.keep.snapshot.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of content as it is copied. Stateless. */
public final class ContentSum {

  private ContentSum() {}

  /**
   * Outcome of a copy.
   *
   * @param size in bytes
   * @param checksum in hexadecimal digits
   */
  record Copied(long size, String checksum) {}

  /** Checksum of a file. */
  public static String of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return copy(in, Long.MAX_VALUE, OutputStream.nullOutputStream()).checksum();
    }
  }

  /**
   * Copies up to a number of bytes.
   *
   * @param count maximum number of bytes
   */
  static Copied copy(InputStream in, long count, OutputStream out) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[1 << 17];
    long done = 0;
    while (done < count) {
      int got = in.read(buffer, 0, (int) Math.min(buffer.length, count - done));
      if (got < 0) {
        break;
      }
      digest.update(buffer, 0, got);
      out.write(buffer, 0, got);
      done += got;
    }
    return new Copied(done, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java has it.
    }
  }
}
