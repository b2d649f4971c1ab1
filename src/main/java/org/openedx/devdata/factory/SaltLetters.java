package org.openedx.devdata.factory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Letters and digits that look random and are the same in every run: SHA-256 over seed, purpose,
 * subject and a block number, bytes above the last multiple of 62 left out. Immutable.
 *
 * @param seed of the run
 */
record SaltLetters(long seed) {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private static final int FIRST_BIASED = 256 - 256 % 62;

  String of(String purpose, String subject, int length) {
    StringBuilder out = new StringBuilder(length);
    for (int block = 0; out.length() < length; block++) {
      for (byte b : block(purpose, subject, block)) {
        int value = b & 0xff;
        if (value < FIRST_BIASED && out.length() < length) {
          out.append(ALPHABET.charAt(value % ALPHABET.length()));
        }
      }
    }
    return out.toString();
  }

  private byte[] block(String purpose, String subject, int block) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(12).putLong(seed).putInt(block).flip());
      digest.update(purpose.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return digest.digest(subject.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA-256", e);
    }
  }
}
