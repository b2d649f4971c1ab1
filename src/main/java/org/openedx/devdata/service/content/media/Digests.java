package org.openedx.devdata.service.content.media;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The BLAKE2b digests of authored content. The length is a parameter of the hash, so that a short
 * one is not the beginning of a long one. Stateless.
 */
public final class Digests {

  private Digests() {}

  /** Digest that identifies the bytes of a medium: 20 bytes as 40 hex digits. */
  public static String ofMedia(byte[] bytes) {
    return hex(bytes, 20);
  }

  /** Digest that distinguishes states of a container's dependencies: 8 hex digits. */
  public static String ofDependencies(String lines) {
    return hex(lines.getBytes(StandardCharsets.UTF_8), 4);
  }

  /** Digest that makes a file name of an archive unique: 6 hex digits. */
  public static String ofName(String name) {
    return hex(name.getBytes(StandardCharsets.UTF_8), 3);
  }

  /** 16 bytes that name something for good, for UUIDs made from names. */
  public static byte[] ofIdentity(String name) {
    return Blake2b.digest(name.getBytes(StandardCharsets.UTF_8), 16);
  }

  private static String hex(byte[] bytes, int length) {
    return HexFormat.of().formatHex(Blake2b.digest(bytes, length));
  }
}
