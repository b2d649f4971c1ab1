package org.openedx.devdata.cli.report.json;

import java.util.function.Consumer;

/**
 * Values of a result that are not held in memory.
 *
 * @param <T> their type
 */
@FunctionalInterface
public interface Many<T> {

  /** Hands over one after the other, in order. */
  void forEach(Consumer<T> consumer);
}
