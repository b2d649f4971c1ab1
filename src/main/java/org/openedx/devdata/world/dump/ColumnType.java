package org.openedx.devdata.world.dump;

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

  public String clickHouseName() {
    return clickHouseName;
  }
}
