package org.openedx.devdata.service.aspects.entry;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.bytes.Quoting;
import org.openedx.devdata.bytes.XxHash64;
import org.openedx.devdata.sink.delivery.RowBinaryBuffer;
import org.openedx.devdata.sink.delivery.RowBinaryWriter;
import org.openedx.devdata.xapi.FrameReader;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementRenderer;

/**
 * Makes the statements of a world in chunks of so many frames that each is worth an insert.
 * Mutable, not thread-safe.
 */
final class StatementChunks {

  /** Statements after which a chunk ends with its frame. */
  private static final int FULL = 16_384;

  private final AspectsWorld world;
  private final FrameReader reader;
  private final StatementRenderer renderer;
  private final StatementData data = new StatementData();
  private final OutputBytes json = new OutputBytes(1 << 13);
  private final RowBinaryBuffer bytes = new RowBinaryBuffer(1 << 20);
  private final RowBinaryWriter writer = new RowBinaryWriter(bytes);
  private int frame;

  StatementChunks(AspectsWorld world) {
    this.world = world;
    this.reader = world.model().reader();
    this.renderer = new StatementRenderer(world.settings());
  }

  /** Number of frames that are made. */
  int done() {
    return frame;
  }

  /** Number of all frames. */
  int all() {
    return world.model().frames();
  }

  boolean hasNext() {
    return frame < all();
  }

  StatementChunk next() {
    List<Row> rows = new ArrayList<>();
    bytes.clear();
    long begins = world.model().startMicros(frame);
    do {
      add(frame++, rows);
    } while (hasNext() && rows.size() < FULL && world.model().startMicros(frame) == begins);
    return new StatementChunk(rows, bytes, begins);
  }

  private void add(int number, List<Row> rows) {
    reader.open(number);
    while (reader.next(data)) {
      renderer.identify(data);
      json.clear();
      renderer.render(data, Quoting.PLAIN, json);
      int begin = bytes.length();
      writer.statement(data, json, renderer);
      long hash = XxHash64.of(json.array(), 0, json.length());
      rows.add(new Row(data.idHigh, data.idLow, hash, data.micros, begin, bytes.length()));
    }
  }
}
