package org.openedx.devdata.spec.yaml;

/** A fault that ends the reading of a file; becomes a problem at the edge of the package. */
final class YamlFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  /** Line and column count from 1. */
  YamlFault(int line, int column, String message) {
    super(message, null, false, false);
    this.line = line;
    this.column = column;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }
}
