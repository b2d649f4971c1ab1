package org.openedx.devdata.sink.objectstore;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Tag by which a store names what it has received: for an object that came in one request the MD5
 * of its bytes, unless it encrypts them by keys of its own.
 *
 * @param value without quotes; empty when the store says nothing
 * @param comparable whether it is of the bytes that were sent
 */
record EntityTag(String value, boolean comparable) {

  static EntityTag of(String header, String encryption) {
    String value = header == null ? "" : header.replace("\"", "").toLowerCase(Locale.ROOT);
    boolean plain = encryption == null || encryption.equals("AES256");
    return new EntityTag(value, plain && value.matches("[0-9a-f]{32}"));
  }

  /** Throws when the store does not say that it has got something. */
  void checkThere(String key) throws IOException {
    if (value.isEmpty()) {
      throw new IOException("it does not say that it has stored %s (no ETag)".formatted(key));
    }
  }

  /** Throws when the store has got other bytes, or does not say that it has got any. */
  void check(String key, byte[] bytes, int length) throws IOException {
    checkThere(key);
    if (!mayBeOf(bytes, length)) {
      throw new IOException(
          "it has stored other bytes of %s than were sent (ETag %s)".formatted(key, value));
    }
  }

  /** Returns whether it is of these bytes, as far as it can be compared. */
  boolean mayBeOf(byte[] bytes, int length) {
    return !comparable || value.equals(md5(bytes, length));
  }

  private static String md5(byte[] bytes, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      digest.update(bytes, 0, length);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
