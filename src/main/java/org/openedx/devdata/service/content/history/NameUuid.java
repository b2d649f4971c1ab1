package org.openedx.devdata.service.content.history;

import java.util.HexFormat;
import org.openedx.devdata.service.content.media.Digests;

/** UUIDs that are the same on every load: made from names, in the form of random ones. */
public final class NameUuid {

  private NameUuid() {}

  /** 32 hex digits without dashes. */
  public static String of(String kind, String... names) {
    byte[] bytes = Digests.ofIdentity(kind + "\0" + String.join("\0", names));
    bytes[6] = (byte) (bytes[6] & 0x0F | 0x40);
    bytes[8] = (byte) (bytes[8] & 0x3F | 0x80);
    return HexFormat.of().formatHex(bytes);
  }

  /** With dashes, as folders are called. */
  public static String dashed(String uuid) {
    String plain = uuid.replace("-", "");
    return String.join(
        "-",
        plain.substring(0, 8),
        plain.substring(8, 12),
        plain.substring(12, 16),
        plain.substring(16, 20),
        plain.substring(20));
  }
}
