package org.openedx.devdata.generate.checkpoint;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openedx.devdata.sink.Receipt;
import org.openedx.devdata.sink.Tally;

/**
 * Progress of a table: counts what has arrived without a gap before it, so that a run can be
 * resumed after the last block counted. Mutable, not thread-safe.
 */
public final class TableState {

  private final Map<Integer, Arrived> ahead = new TreeMap<>();
  private final Tally tally;
  private final SortedMap<Integer, Tally> lost;
  private int next;
  private long written;
  private long position;

  /** A block that arrived, or was given up when its tally is not to be counted. */
  private record Arrived(Tally tally, boolean delivered, long written, long position) {}

  /**
   * @param lost what could not be delivered, by number of the block
   */
  public TableState(
      int next, Tally tally, SortedMap<Integer, Tally> lost, long written, long position) {
    this.next = next;
    this.tally = tally;
    this.lost = new TreeMap<>(lost);
    this.written = written;
    this.position = position;
  }

  public void delivered(Receipt receipt) {
    ahead.put(
        receipt.block().number(),
        new Arrived(receipt.tally(), true, receipt.written(), receipt.position()));
    count();
  }

  public void failed(int block, Tally ofBlock) {
    ahead.put(block, new Arrived(ofBlock, false, 0, position));
    count();
  }

  private void count() {
    for (Arrived arrived = ahead.remove(next); arrived != null; arrived = ahead.remove(next)) {
      if (arrived.delivered()) {
        tally.add(arrived.tally());
      } else {
        lost.put(next, arrived.tally());
      }
      written += arrived.written();
      position = arrived.position();
      next++;
    }
  }

  /** Number of the first block that has not been counted. */
  public int next() {
    return next;
  }

  public Tally tally() {
    return tally;
  }

  /** Blocks that could not be delivered, by their numbers. */
  public SortedMap<Integer, Tally> lost() {
    return Collections.unmodifiableSortedMap(lost);
  }

  public long written() {
    return written;
  }

  public long position() {
    return position;
  }
}
