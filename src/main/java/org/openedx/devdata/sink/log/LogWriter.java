package org.openedx.devdata.sink.log;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.StreamWriter;
import org.openedx.devdata.sink.codec.Compressor;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementRenderer;

/**
 * The lines of a block in order of time, packed by day or all together (day 0). Mutable, not
 * thread-safe.
 */
final class LogWriter implements StreamWriter {

  private static final long DAY = 86_400_000_000L;
  private static final int LINES = 1 << 10;

  /** Size in bytes of a piece before packing. */
  private static final int PIECE = 1 << 20;

  private final boolean byDay;
  private final Compressor compressor;
  private final OutputBytes lines = new OutputBytes(PIECE);
  private final OutputBytes piece = new OutputBytes(PIECE + (1 << 14));
  private long[] moments = new long[LINES];
  private int[] ends = new int[LINES];
  private int count;

  LogWriter(boolean byDay, Compressor compressor) {
    this.byDay = byDay;
    this.compressor = compressor;
  }

  /** Begins a block. */
  void begin() {
    lines.clear();
    count = 0;
  }

  @Override
  public void line(long micros, OutputBytes line) {
    if (count == ends.length) {
      moments = Arrays.copyOf(moments, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    lines.put(line.array(), 0, line.length());
    lines.put((byte) '\n');
    moments[count] = micros;
    ends[count++] = lines.length();
  }

  @Override
  public void statement(StatementData data, OutputBytes json, StatementRenderer renderer) {
    throw new IllegalStateException("a tracking log holds no statements");
  }

  /** Ends the block and returns its lines, packed, by day. */
  Map<Integer, OutputBytes> end() {
    Map<Integer, OutputBytes> packed = new TreeMap<>();
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingLong(line -> moments[line]))
            .mapToInt(Integer::intValue)
            .toArray();
    piece.clear();
    int of = 0;
    for (int line : order) {
      int day = byDay ? (int) Math.floorDiv(moments[line], DAY) : 0;
      if (day != of || piece.length() >= PIECE) {
        pack(of, packed);
        of = day;
      }
      int start = line == 0 ? 0 : ends[line - 1];
      piece.put(lines.array(), start, ends[line] - start);
    }
    pack(of, packed);
    if (packed.isEmpty() && !byDay) {
      // A file that has only such blocks can still be unpacked.
      OutputBytes nothing = new OutputBytes(1 << 6);
      compressor.compress(piece.array(), 0, nothing);
      packed.put(0, nothing);
    }
    return packed;
  }

  private void pack(int day, Map<Integer, OutputBytes> packed) {
    if (piece.length() > 0) {
      OutputBytes target = packed.computeIfAbsent(day, first -> new OutputBytes(1 << 14));
      compressor.compress(piece.array(), piece.length(), target);
      piece.clear();
    }
  }
}
