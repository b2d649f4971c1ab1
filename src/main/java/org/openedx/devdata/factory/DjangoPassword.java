package org.openedx.devdata.factory;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Passwords as Django stores them in {@code auth_user.password}. Stateless; no message of this
 * class contains a password or a hash.
 */
public final class DjangoPassword {

  /** Longest text that the column holds. */
  public static final int MAX_STORED_LENGTH = 128;

  private DjangoPassword() {}

  /**
   * Hashes a password: {@code pbkdf2_sha256$iterations$salt$base64}. The password is converted to
   * Unicode form NFKC first, as the platform does at sign-up and log-in.
   *
   * @param password any text, even empty
   * @param salt not empty, without {@code $}
   * @param iterations at least 1; any number verifies, and Django hashes again with its own number
   *     after the first log-in
   */
  public static String encode(String password, String salt, int iterations) {
    if (salt.isEmpty() || salt.indexOf('$') >= 0) {
      throw new IllegalArgumentException("salt must not be empty nor contain '$'");
    }
    if (iterations < 1) {
      throw new IllegalArgumentException("iterations must be at least 1, not " + iterations);
    }
    String hash = derive(PasswordScheme.PBKDF2_SHA256, password, salt, iterations);
    return "pbkdf2_sha256$" + iterations + "$" + salt + "$" + hash;
  }

  /**
   * Returns whether a password opens an account with this stored hash. Knows the PBKDF2 schemes;
   * empty when only Django could decide it, because the scheme is another one that a running LMS
   * accepts.
   */
  public static Optional<Boolean> matches(String password, String stored) {
    PasswordScheme scheme = PasswordScheme.of(stored);
    return switch (scheme) {
      case PBKDF2_SHA256, PBKDF2_SHA1 -> Optional.of(pbkdf2Matches(scheme, password, stored));
      case ARGON2, BCRYPT_SHA256, SCRYPT ->
          scheme.matchesShape(stored) ? Optional.empty() : Optional.of(false);
      default -> Optional.of(false);
    };
  }

  /**
   * Describes the fault of a ready-made hash, as a sentence without the hash itself; empty when a
   * running LMS understands it.
   */
  public static Optional<String> problemOf(String stored) {
    PasswordScheme scheme = PasswordScheme.of(stored);
    if (stored.isEmpty()) {
      return Optional.of("the password hash is empty");
    }
    if (scheme == PasswordScheme.UNKNOWN) {
      return Optional.of(
          "the password hash does not begin with a known algorithm and '$';"
              + " write a plain password under 'password', or a hash such as "
              + PasswordScheme.PBKDF2_SHA256.form());
    }
    if (!scheme.acceptedByLms()) {
      return Optional.of(
          "a running LMS does not accept password hashes of the algorithm '"
              + scheme.algorithm()
              + "'; use "
              + PasswordScheme.PBKDF2_SHA256.form());
    }
    int length = stored.codePointCount(0, stored.length());
    if (length > MAX_STORED_LENGTH) {
      return Optional.of(
          "the password hash has " + length + " characters, at most " + MAX_STORED_LENGTH + " fit");
    }
    if (!scheme.matchesShape(stored)) {
      return Optional.of(
          "the password hash of the algorithm '"
              + scheme.algorithm()
              + "' is malformed; expected "
              + scheme.form());
    }
    return Optional.empty();
  }

  private static boolean pbkdf2Matches(PasswordScheme scheme, String password, String stored) {
    if (!scheme.matchesShape(stored)) {
      return false;
    }
    String[] parts = stored.split("\\$", 4);
    long iterations = Long.parseLong(parts[1]);
    return iterations <= Integer.MAX_VALUE
        && MessageDigest.isEqual(
            derive(scheme, password, parts[2], (int) iterations)
                .getBytes(StandardCharsets.US_ASCII),
            parts[3].getBytes(StandardCharsets.US_ASCII));
  }

  /** PBKDF2 of the JDK: encodes the password as UTF-8, and takes an empty one. */
  private static String derive(
      PasswordScheme scheme, String password, String salt, int iterations) {
    boolean sha1 = scheme == PasswordScheme.PBKDF2_SHA1;
    char[] text = Normalizer.normalize(password, Normalizer.Form.NFKC).toCharArray();
    PBEKeySpec spec =
        new PBEKeySpec(text, salt.getBytes(StandardCharsets.UTF_8), iterations, sha1 ? 160 : 256);
    try {
      SecretKeyFactory factory =
          SecretKeyFactory.getInstance(sha1 ? "PBKDF2WithHmacSHA1" : "PBKDF2WithHmacSHA256");
      return Base64.getEncoder().encodeToString(factory.generateSecret(spec).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no PBKDF2 with HMAC", e);
    } finally {
      spec.clearPassword();
    }
  }
}
