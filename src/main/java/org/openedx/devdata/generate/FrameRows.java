package org.openedx.devdata.generate;

import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.bytes.Quoting;
import org.openedx.devdata.bytes.XxHash64;
import org.openedx.devdata.sink.BlockWriter;
import org.openedx.devdata.sink.Tally;
import org.openedx.devdata.tracking.TrackingReader;
import org.openedx.devdata.xapi.FrameReader;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementRenderer;

/** Makes what a run makes of the frames of a model, frame by frame. Not thread-safe. */
public interface FrameRows {

  /** Writes and counts all of a frame; any frame, in any order. */
  void write(int frame, BlockWriter out, Tally tally);

  /** Statements. */
  final class Statements implements FrameRows {

    private final FrameReader reader;
    private final StatementRenderer renderer;
    private final StatementData data = new StatementData();
    private final OutputBytes json = new OutputBytes(1 << 13);

    Statements(FrameReader reader, StatementRenderer renderer) {
      this.reader = reader;
      this.renderer = renderer;
    }

    @Override
    public void write(int frame, BlockWriter out, Tally tally) {
      reader.open(frame);
      while (reader.next(data)) {
        renderer.identify(data);
        json.clear();
        renderer.render(data, Quoting.PLAIN, json);
        long hash = XxHash64.of(json.array(), 0, json.length());
        tally.statement(hash, json.length(), data.type.verb(), data.courseIndex);
        out.statement(data, json, renderer);
      }
    }
  }

  /** Lines of a tracking log. */
  final class Lines implements FrameRows {

    private final TrackingReader reader;

    Lines(TrackingReader reader) {
      this.reader = reader;
    }

    @Override
    public void write(int frame, BlockWriter out, Tally tally) {
      reader.open(frame);
      while (reader.next()) {
        OutputBytes line = reader.line();
        long hash = XxHash64.of(line.array(), 0, line.length());
        tally.line(hash, line.length(), reader.run());
        out.line(reader.micros(), line);
      }
    }
  }
}
