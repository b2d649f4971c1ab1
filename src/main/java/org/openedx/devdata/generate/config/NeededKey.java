package org.openedx.devdata.generate.config;

import java.util.List;

/**
 * A key that a back end cannot do without.
 *
 * @param anyOf its names; one of them is enough, and the first is the one to be asked for
 * @param remedy the end of a sentence: what to give
 */
public record NeededKey(List<String> anyOf, String remedy) {

  public NeededKey {
    anyOf = List.copyOf(anyOf);
  }

  /** A key that nothing else can stand for. */
  public static NeededKey of(String key, String remedy) {
    return new NeededKey(List.of(key), remedy);
  }
}
