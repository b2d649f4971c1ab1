package org.openedx.devdata.plan;

/**
 * Tells whether what a database has still says the same as the spec, where equality will not do.
 */
@FunctionalInterface
public interface Comparison {

  /**
   * @param found the database's value, null for NULL
   * @param wanted the spec's value
   */
  boolean agrees(Object found, Object wanted);
}
