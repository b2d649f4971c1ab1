package org.openedx.devdata.bytes;

import java.nio.charset.StandardCharsets;

/**
 * Form in which JSON text is written: as it is, or with each quotation mark doubled, as inside a
 * quoted CSV field. Templates are encoded once in each form, so that no row is escaped a second
 * time.
 */
public enum Quoting {
  /** JSON as it is. */
  PLAIN,
  /** JSON inside a CSV field that is itself quoted. */
  CSV;

  /** The UTF-8 bytes of a piece of JSON in this form. */
  public byte[] encode(String json) {
    String text = this == CSV ? json.replace("\"", "\"\"") : json;
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
