package org.openedx.devdata.generate;

import java.util.List;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Several listeners as one.
 *
 * @param all called in this order
 */
public record GenerationListeners(List<GenerationListener> all) implements GenerationListener {

  public GenerationListeners {
    all = List.copyOf(all);
  }

  @Override
  public void began(DumpTable table, long rows) {
    all.forEach(one -> one.began(table, rows));
  }

  @Override
  public void advanced(DumpTable table, long rows, long written) {
    all.forEach(one -> one.advanced(table, rows, written));
  }

  @Override
  public void timed(DumpTable table, int block, long rows, long makeNanos, long deliverNanos) {
    all.forEach(one -> one.timed(table, block, rows, makeNanos, deliverNanos));
  }

  @Override
  public void ended(DumpTable table) {
    all.forEach(one -> one.ended(table));
  }

  @Override
  public void failed(DumpTable table, long rows, String reason) {
    all.forEach(one -> one.failed(table, rows, reason));
  }
}
