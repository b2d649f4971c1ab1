package org.openedx.devdata.jdbc.clickhouse;

import java.io.IOException;
import java.util.List;
import org.openedx.devdata.jdbc.clickhouse.block.MalformedBlockException;
import org.openedx.devdata.jdbc.clickhouse.block.NativeBlocks;

/**
 * Rows of a query as blocks, while they come. A server that fails half-way writes its error behind
 * them, and that is seen; an answer that is cut between two blocks is not: who reads has to know
 * the number of rows. Not thread-safe.
 */
public final class BlockAnswer implements AutoCloseable {

  private final ClickHouseSettings settings;
  private final ServerAnswer answer;
  private final TailInput body;
  private final NativeBlocks blocks;

  BlockAnswer(ClickHouseSettings settings, ServerAnswer answer, List<String> columns) {
    this.settings = settings;
    this.answer = answer;
    this.body = new TailInput(answer.body());
    this.blocks = new NativeBlocks(body, columns);
  }

  /**
   * Goes to the next block.
   *
   * @return false after the last one
   * @throws ClickHouseException when the answer is none, is cut, or ends in a failure
   */
  public boolean next() {
    try {
      return blocks.next();
    } catch (MalformedBlockException e) {
      throw ended();
    } catch (IOException e) {
      throw ClickHouseFailure.unreachable(settings, e);
    }
  }

  private ClickHouseException ended() {
    try {
      return answer.failureIn(body.end());
    } catch (IOException e) {
      return ClickHouseFailure.unreachable(settings, e);
    }
  }

  /** The blocks, at the one that was last gone to. */
  public NativeBlocks blocks() {
    return blocks;
  }

  @Override
  public void close() {
    answer.close();
  }
}
