package org.openedx.devdata.plan.row;

import java.util.function.Supplier;

/**
 * A value that needs keys which exist only once other rows are written, such as a SKU made from a
 * product's id. Asked for just before its row is written.
 *
 * @param value gives the value, the same whenever it is asked; called when all rows that its row
 *     refers to are planned and, where they are written, have their keys. It looks at nothing but
 *     rows of its batch: the thread that writes calls it, while the factory is at the next batch
 */
public record Computed(Supplier<Object> value) implements Cell {

  @Override
  public Object plain() {
    return null;
  }

  @Override
  public boolean isPending() {
    return true;
  }

  @Override
  public String text() {
    return "(known after load)";
  }
}
