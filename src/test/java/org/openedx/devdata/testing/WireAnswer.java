package org.openedx.devdata.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An answer as it goes over the wire, right or wrong.
 *
 * @param status HTTP status
 * @param headers without those of the framing
 * @param body what it holds
 * @param sent how many bytes of the body are really sent
 * @param framing how its end is told
 * @param speed how fast it comes
 * @param filler blanks that follow the body, in MiB
 */
public record WireAnswer(
    int status,
    Map<String, String> headers,
    byte[] body,
    int sent,
    Framing framing,
    Speed speed,
    int filler) {

  /** How the end of a body is told. */
  public enum Framing {
    /** A length, which is that of the whole body, sent or not. */
    LENGTH,
    /** Chunks, with an end whether or not all was sent: a cut that HTTP does not show. */
    CHUNKS,
    /** Chunks without an end. */
    OPEN_CHUNKS
  }

  /** How fast an answer comes. */
  public enum Speed {
    FULL,
    /** The head at once, the body a byte at a time. */
    DRIPPING_BODY,
    /** All of it a byte at a time. */
    DRIPPING_HEAD,
    /** The head, half of the body, and nothing more. */
    STALLING_BODY,
    /** Nothing at all. */
    STALLING_HEAD
  }

  private static final int DRIP_MILLIS = 100;
  private static final byte[] BLANKS = new byte[1 << 20];

  static {
    Arrays.fill(BLANKS, (byte) ' ');
  }

  public static WireAnswer of(int status, Map<String, String> headers, byte[] body) {
    return new WireAnswer(status, headers, body, body.length, Framing.LENGTH, Speed.FULL, 0);
  }

  public static WireAnswer of(int status, String type, String body) {
    return of(status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
  }

  public WireAnswer with(Speed other) {
    return new WireAnswer(status, headers, body, sent, framing, other, filler);
  }

  public WireAnswer with(Framing other) {
    return new WireAnswer(status, headers, body, sent, other, speed, filler);
  }

  public WireAnswer withStatus(int other) {
    return new WireAnswer(other, headers, body, sent, framing, speed, filler);
  }

  /** The same head before another body. */
  public WireAnswer withBody(String other) {
    byte[] bytes = other.getBytes(StandardCharsets.UTF_8);
    return new WireAnswer(status, headers, bytes, bytes.length, framing, speed, filler);
  }

  public WireAnswer withHeader(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new WireAnswer(status, all, body, sent, framing, speed, filler);
  }

  /** Only so many bytes of the body are sent. */
  public WireAnswer cutAt(int bytes) {
    return new WireAnswer(status, headers, body, Math.min(bytes, sent), framing, speed, filler);
  }

  /** So many MiB of blanks follow. */
  public WireAnswer followedBy(int mebibytes) {
    return new WireAnswer(status, headers, body, sent, Framing.CHUNKS, speed, mebibytes);
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Writes it; the connection is to be closed after it. */
  void writeTo(OutputStream out) throws IOException, InterruptedException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    boolean chunks = framing != Framing.LENGTH;
    head.append("Connection: close\r\n");
    if (status != 204) {
      head.append(chunks ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length);
      head.append("\r\n");
    }
    byte[] bytes = (head + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    if (speed == Speed.STALLING_HEAD) {
      TimeUnit.HOURS.sleep(1);
    }
    write(out, bytes, bytes.length, speed == Speed.DRIPPING_HEAD);
    if (status == 204) {
      return;
    }
    int length = speed == Speed.STALLING_BODY ? sent / 2 : sent;
    boolean drips = speed == Speed.DRIPPING_HEAD || speed == Speed.DRIPPING_BODY;
    if (chunks && length > 0) {
      out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
    write(out, body, length, drips);
    if (speed == Speed.STALLING_BODY) {
      TimeUnit.HOURS.sleep(1);
    }
    if (chunks && length > 0) {
      out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }
    for (int i = 0; i < filler; i++) {
      out.write("100000\r\n".getBytes(StandardCharsets.ISO_8859_1));
      out.write(BLANKS);
      out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }
    if (framing == Framing.CHUNKS) {
      out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }
    out.flush();
  }

  private static void write(OutputStream out, byte[] bytes, int length, boolean drips)
      throws IOException, InterruptedException {
    if (!drips) {
      out.write(bytes, 0, length);
      out.flush();
      return;
    }
    for (int i = 0; i < length; i++) {
      out.write(bytes[i]);
      out.flush();
      TimeUnit.MILLISECONDS.sleep(DRIP_MILLIS);
    }
  }
}
