package org.openedx.devdata.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The answer to a request. Closing it before its end breaks the connection off. Not thread-safe.
 *
 * @param status HTTP status
 * @param headers its headers
 * @param body what follows; reads fail when it takes too long or is cut
 */
public record WebAnswer(int status, HttpHeaders headers, InputStream body)
    implements AutoCloseable {

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /**
   * The body as a whole.
   *
   * @throws NoAnswerException also when it is longer
   */
  public byte[] bytes(int maxBytes) throws IOException {
    byte[] bytes = body.readNBytes(maxBytes);
    if (bytes.length == maxBytes && body.read() >= 0) {
      throw tooLong(maxBytes);
    }
    return bytes;
  }

  /** The body as text; of one that is longer, or not whole, what there is of it. */
  public String beginning(int maxBytes) {
    byte[] bytes = new byte[maxBytes];
    int length = 0;
    try {
      for (int count = 0; count >= 0 && length < maxBytes; length += Math.max(0, count)) {
        count = body.read(bytes, length, maxBytes - length);
      }
    } catch (IOException cut) {
      // The beginning is all that was asked for.
      length = Math.max(0, length);
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8).strip();
  }

  /** The failure of an answer that is longer than any that makes sense. */
  public static NoAnswerException tooLong(long maxBytes) {
    return new NoAnswerException("its answer is longer than %,d bytes".formatted(maxBytes), null);
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(gone);
    }
  }
}
