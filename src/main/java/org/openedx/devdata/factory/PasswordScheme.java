package org.openedx.devdata.factory;

import java.util.regex.Pattern;

/**
 * The ways in which a row of {@code auth_user} may hold a password, distinguished as Django does:
 * by what stands before the first {@code $}. Which of them a running LMS accepts follows Django's
 * default list of hashers.
 */
public enum PasswordScheme {
  PBKDF2_SHA256(
      "pbkdf2_sha256",
      true,
      "pbkdf2_sha256\\$[1-9][0-9]{0,9}\\$[^$]+\\$[A-Za-z0-9+/]{43}=",
      "pbkdf2_sha256$ITERATIONS$SALT$BASE64 of 32 bytes"),
  PBKDF2_SHA1(
      "pbkdf2_sha1",
      true,
      "pbkdf2_sha1\\$[1-9][0-9]{0,9}\\$[^$]+\\$[A-Za-z0-9+/]{27}=",
      "pbkdf2_sha1$ITERATIONS$SALT$BASE64 of 20 bytes"),
  ARGON2(
      "argon2",
      true,
      "argon2\\$argon2(id|i|d)\\$v=[0-9]+\\$m=[0-9]+,t=[0-9]+,p=[0-9]+"
          + "\\$[A-Za-z0-9+/]+\\$[A-Za-z0-9+/]+",
      "argon2$argon2id$v=19$m=MEMORY,t=TIME,p=THREADS$SALT$HASH"),
  BCRYPT_SHA256(
      "bcrypt_sha256",
      true,
      "bcrypt_sha256\\$\\$2[aby]\\$[0-9]{2}\\$[./A-Za-z0-9]{53}",
      "bcrypt_sha256$$2b$ROUNDS$SALT AND HASH of 53 characters"),
  SCRYPT(
      "scrypt",
      true,
      "scrypt\\$[1-9][0-9]*\\$[^$]+\\$[1-9][0-9]*\\$[1-9][0-9]*\\$[A-Za-z0-9+/]{86}==",
      "scrypt$N$SALT$R$P$BASE64 of 64 bytes"),
  BCRYPT("bcrypt", false, "bcrypt\\$.+", "bcrypt$$2b$ROUNDS$SALT AND HASH"),
  MD5("md5", false, "md5\\$.+\\$[0-9a-f]{32}", "md5$SALT$HEX"),
  SHA1("sha1", false, "sha1\\$.+\\$[0-9a-f]{40}", "sha1$SALT$HEX"),
  /** No user can log in with a password; the text after the mark has no meaning. */
  UNUSABLE("!", true, "!.*", "! and 40 letters and digits"),
  /** Anything else, such as a password in the clear. */
  UNKNOWN("", false, "", "");

  private final String algorithm;
  private final boolean accepted;
  private final Pattern shape;
  private final String form;

  PasswordScheme(String algorithm, boolean accepted, String shape, String form) {
    this.algorithm = algorithm;
    this.accepted = accepted;
    this.shape = Pattern.compile(shape);
    this.form = form;
  }

  /** The scheme of a stored password. */
  public static PasswordScheme of(String stored) {
    if (stored.startsWith("!")) {
      return UNUSABLE;
    }
    int end = stored.indexOf('$');
    if (end > 0) {
      String name = stored.substring(0, end);
      for (PasswordScheme scheme : values()) {
        if (scheme.algorithm.equals(name)) {
          return scheme;
        }
      }
    }
    return UNKNOWN;
  }

  /** Django's name of the algorithm; {@code !} for an unusable password, empty when unknown. */
  public String algorithm() {
    return algorithm;
  }

  /**
   * Returns whether a running LMS understands it; with any other scheme logging in fails silently.
   */
  boolean acceptedByLms() {
    return accepted;
  }

  /** Form in which such a password is stored, for messages. */
  public String form() {
    return form;
  }

  boolean matchesShape(String stored) {
    return shape.matcher(stored).matches();
  }
}
