package org.openedx.devdata.plan.row;

/** The outcome of a row to which nothing happens. */
public record Unplanned(Row row) implements Outcome {

  @Override
  public Object key() {
    return null;
  }

  @Override
  public boolean isNew() {
    return false;
  }

  @Override
  public Cell cell(int column) {
    return row.columns().cell(column);
  }

  @Override
  public Object saved(int column) {
    return null;
  }

  @Override
  public Object found(int column) {
    return null;
  }
}
