package org.openedx.devdata.world.dump;

import java.util.Arrays;

/** The types of column that the raw tables of Aspects have, by their names in ClickHouse. */
public enum ColumnType {
  STRING("String"),
  INT32("Int32"),
  BOOL("Bool"),
  UUID("UUID"),
  DATETIME64("DateTime64(6)");

  private final String clickHouseName;

  ColumnType(String clickHouseName) {
    this.clickHouseName = clickHouseName;
  }

  /**
   * The type of what is written for a column.
   *
   * @param declared ClickHouse's name of the column's type; how a server keeps it does not matter
   */
  static ColumnType of(String declared) {
    String plain = declared.replaceAll("^LowCardinality\\((.*)\\)$", "$1");
    return Arrays.stream(values())
        .filter(type -> type.clickHouseName.equals(plain))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no rows are written of " + declared));
  }

  public String clickHouseName() {
    return clickHouseName;
  }
}
