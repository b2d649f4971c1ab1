package org.openedx.devdata.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A file with a password that no user has to remember, for the eyes of its owner. */
public final class SecretFile {

  private static final int BYTES = 16;

  private SecretFile() {}

  /** Makes a password of 32 characters. */
  public static String newPassword() {
    return random(BYTES);
  }

  /** Draws so many bytes that no other process can guess, as hex digits. */
  static String random(int length) {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** SHA-256 of a file's content, as hex digits; the password cannot be found from it. */
  public static String digest(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Writes a new password into a file, whole or not at all. */
  public static void create(Path file) throws IOException {
    write(file, newPassword());
  }

  public static void write(Path file, String password) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Folders.createPrivateFile(part);
    Files.writeString(part, password);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
