package org.openedx.devdata.spec.yaml;

/**
 * Shares equal short texts, so that a key or a course written a hundred thousand times is held
 * once. A small cache that forgets, not a set. Not thread-safe.
 */
final class TextPool {

  private static final int SLOTS = 1 << 13;
  private static final int LONGEST = 80;

  private final String[] slots = new String[SLOTS];

  String share(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    int hash = text.hashCode();
    int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    String held = slots[slot];
    if (text.equals(held)) {
      return held;
    }
    slots[slot] = text;
    return text;
  }
}
