package org.openedx.devdata.spec.read;

import org.openedx.devdata.spec.yaml.SpecNode;

/** Reads a value of one field. Null never reaches it; see {@link FieldReader}. */
interface ValueReader {

  /**
   * The value in the Java type that the field's type names.
   *
   * @return null when there is none to go on with, which was then reported
   */
  Object read(SpecNode node, Reading reading);
}
