package org.openedx.devdata.sink.lake;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.BlockWriter;
import org.openedx.devdata.sink.codec.Compressor;
import org.openedx.devdata.world.dump.DumpTable;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementRenderer;

/**
 * The rows of a block: statements by the year that they are of, other rows together (year 0).
 * Mutable, not thread-safe.
 */
final class LakeWriter implements BlockWriter {

  private static final int WITHOUT_YEAR = 0;

  private final Compressor compressor;
  private final LakeFormat format;
  private final Map<Integer, LakeRows> parts = new TreeMap<>();
  private DumpTable table;
  private LakeRows part;
  private long from;
  private long to;
  private int column;

  LakeWriter(LakeFormat format, Compressor compressor) {
    this.format = format;
    this.compressor = compressor;
  }

  void begin(DumpTable newTable) {
    if (table != newTable) {
      parts.clear();
      table = newTable;
    }
    column = 0;
    from = 0;
    to = 0;
    part = table.holdsStatements() ? null : part(WITHOUT_YEAR);
  }

  /** Ends the parts and returns those that have rows, by year. */
  Map<Integer, LakeChunk> end() {
    Map<Integer, LakeChunk> written = new TreeMap<>();
    parts.forEach((year, rows) -> written.put(year, rows.end()));
    // Years go by; those without rows need not be held any longer.
    written.values().removeIf(chunk -> chunk.rows() == 0);
    parts.keySet().retainAll(written.keySet());
    return written;
  }

  private LakeRows part(int year) {
    return parts.computeIfAbsent(year, first -> format.rows(table, compressor));
  }

  @Override
  public void statement(StatementData data, OutputBytes json, StatementRenderer renderer) {
    if (data.micros < from || data.micros >= to) {
      long day = Math.floorDiv(data.micros, TimeUnit.DAYS.toMicros(1));
      int year = LocalDate.ofEpochDay(day).getYear();
      from = startOf(year);
      to = startOf(year + 1);
      part = part(year);
    }
    part.uuid(0, data.idHigh, data.idLow);
    part.moment(1, data.micros);
    part.text(2, json.array(), json.length());
    part.endRow();
  }

  private static long startOf(int year) {
    return TimeUnit.SECONDS.toMicros(
        LocalDate.of(year, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC));
  }

  @Override
  public void text(String value) {
    part.text(column++, value);
  }

  @Override
  public void number(int value) {
    part.int32(column++, value);
  }

  @Override
  public void noNumber() {
    part.int32(column++, 0);
  }

  @Override
  public void flag(boolean value) {
    part.flag(column++, value);
  }

  @Override
  public void uuid(long high, long low) {
    part.uuid(column++, high, low);
  }

  @Override
  public void endRow() {
    part.endRow();
    column = 0;
  }
}
