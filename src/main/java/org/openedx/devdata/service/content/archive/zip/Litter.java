package org.openedx.devdata.service.content.archive.zip;

import java.util.Arrays;
import java.util.Map;

/**
 * Files that file browsers leave in an archive: a Mac's {@code ._NAME} beside each NAME, {@code
 * __MACOSX}, {@code .DS_Store}, {@code Thumbs.db}. Immutable.
 *
 * @param files bytes by name
 */
public record Litter(Map<String, byte[]> files) {

  /** First bytes of the file in which a Mac keeps what a file has besides its own bytes. */
  private static final byte[] APPLE_DOUBLE = {0, 5, 22, 7};

  private static final String MAC = "__MACOSX/";
  private static final String ATTACHMENTS = "/component_versions/";

  /**
   * Says whether an entry means nothing. An attachment is litter only where a Mac surely made it.
   */
  public boolean isLitter(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    if (name.startsWith(MAC) || name.startsWith("../" + MAC)) {
      return true;
    }
    boolean attachment = name.contains(ATTACHMENTS);
    if (file.startsWith("._")) {
      String beside = name.substring(0, name.length() - file.length()) + file.substring(2);
      return !attachment || isAppleDouble(name) && files.containsKey(beside);
    }
    return !attachment && (file.equals(".DS_Store") || file.equals("Thumbs.db"));
  }

  private boolean isAppleDouble(String name) {
    byte[] bytes = files.get(name);
    return bytes.length >= APPLE_DOUBLE.length
        && Arrays.equals(Arrays.copyOf(bytes, APPLE_DOUBLE.length), APPLE_DOUBLE);
  }
}
