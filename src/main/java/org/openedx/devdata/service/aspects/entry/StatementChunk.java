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
 * The statements of one frame.
 *
 * @param rows with the hash of their JSON
 * @param bytes as RowBinary
 * @param from the earliest time, microseconds since 1970
 * @param to the latest
 */
record StatementChunk(List<Row> rows, RowBinaryBuffer bytes, long from, long to) {

  static StatementChunk of(AspectsWorld world, int frame) {
    FrameReader reader = world.model().reader();
    StatementRenderer renderer = new StatementRenderer(world.settings());
    StatementData data = new StatementData();
    OutputBytes json = new OutputBytes(1 << 13);
    RowBinaryBuffer bytes = new RowBinaryBuffer(1 << 20);
    RowBinaryWriter writer = new RowBinaryWriter(bytes);
    List<Row> rows = new ArrayList<>();
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    reader.open(frame);
    while (reader.next(data)) {
      renderer.identify(data);
      json.clear();
      renderer.render(data, Quoting.PLAIN, json);
      int begin = bytes.length();
      writer.statement(data, json, renderer);
      long hash = XxHash64.of(json.array(), 0, json.length());
      rows.add(new Row(data.idHigh, data.idLow, hash, begin, bytes.length()));
      from = Math.min(from, data.micros);
      to = Math.max(to, data.micros);
    }
    return new StatementChunk(rows, bytes, from, to);
  }
}
