package org.openedx.devdata.jdbc.table;

/**
 * Column types of the described tables, named as in their descriptions. Each has one Java form in
 * which values are held, compared and shown: see {@link ColumnValues}.
 */
public enum ColumnType {
  SMALLINT("smallint"),
  INT("int"),
  BIGINT("bigint"),
  BOOL("tinyint(1)"),
  DOUBLE("double"),
  DECIMAL("decimal"),
  CHAR("char"),
  VARCHAR("varchar"),
  TEXT("longtext"),
  JSON("json"),
  DATETIME("datetime(6)"),
  DATE("date"),
  /** 32 lower-case hex digits in {@code char(32)}, or a native {@code uuid} column of MariaDB. */
  UUID("char(32)");

  private final String sql;

  ColumnType(String sql) {
    this.sql = sql;
  }

  /** The type's SQL text, without length. */
  public String sql() {
    return sql;
  }

  public boolean isText() {
    return this == CHAR || this == VARCHAR || this == TEXT;
  }

  public boolean isWhole() {
    return this == SMALLINT || this == INT || this == BIGINT;
  }
}
