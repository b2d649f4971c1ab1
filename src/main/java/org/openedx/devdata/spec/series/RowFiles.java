package org.openedx.devdata.spec.series;

import java.util.List;
import org.openedx.devdata.spec.yaml.MapNode;

/** Reads the files of rows that a spec names. */
public interface RowFiles {

  /**
   * Rows of a file, each a mapping with its place.
   *
   * @param name the file, for messages and positions
   * @param fields the keys that rows have, in the order of the first that has them
   */
  record Rows(String name, List<String> fields, List<MapNode> rows) {}

  /**
   * Reads a file.
   *
   * @param path as the spec has it, relative to the spec
   * @throws RowFault with a message for a person
   */
  Rows read(String path) throws RowFault;
}
