package org.openedx.devdata.service.content.components;

import java.util.Optional;

/**
 * The key of a component: {@code xblock.v1:problem:my_id}. The local key may hold colons.
 *
 * @param namespace today always {@code xblock.v1}
 * @param type block type
 * @param localKey its own part
 */
public record ComponentKey(String namespace, String type, String localKey) {

  /** The namespace of blocks. */
  public static final String XBLOCK = "xblock.v1";

  private static final int LONGEST_TYPE = 100;

  /** Splits at the first two colons; empty when a part is missing or too long. */
  public static Optional<ComponentKey> parse(String text) {
    String[] parts = text.split(":", 3);
    boolean whole = parts.length == 3 && !parts[0].isBlank() && !parts[1].isBlank();
    return whole
            && !parts[2].isBlank()
            && parts[0].length() <= LONGEST_TYPE
            && parts[1].length() <= LONGEST_TYPE
        ? Optional.of(new ComponentKey(parts[0], parts[1], parts[2]))
        : Optional.empty();
  }

  /** The key of the publishable entity. */
  public String text() {
    return namespace + ":" + type + ":" + localKey;
  }
}
