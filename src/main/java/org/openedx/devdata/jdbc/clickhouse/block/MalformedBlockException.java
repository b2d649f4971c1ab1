package org.openedx.devdata.jdbc.clickhouse.block;

import java.io.IOException;

/** Bytes that are no block, or not the whole of one. */
public final class MalformedBlockException extends IOException {

  private static final long serialVersionUID = 1L;

  MalformedBlockException(String message) {
    super(message);
  }
}
