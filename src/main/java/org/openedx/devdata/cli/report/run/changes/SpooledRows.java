package org.openedx.devdata.cli.report.run.changes;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.openedx.devdata.cli.report.spool.ScratchFile;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.ColumnChange;
import org.openedx.devdata.plan.RowChange;
import org.openedx.devdata.plan.row.Purpose;
import org.openedx.devdata.spec.Position;

/**
 * Keeps all rows: a few in memory, the rest in a file that is gone when closed. Not thread-safe.
 */
public final class SpooledRows implements Rows {

  /** Rows in memory; a spec of this size needs no file. */
  static final int IN_MEMORY = 2_000;

  private final List<RowChange> first = new ArrayList<>();
  private ScratchFile file;
  private DataOutputStream out;
  private long spooled;

  @Override
  public void add(RowChange change) {
    if (first.size() < IN_MEMORY) {
      first.add(named(change));
      return;
    }
    try {
      if (out == null) {
        file = ScratchFile.create();
        out = new DataOutputStream(new BufferedOutputStream(file.output(), 1 << 16));
      }
      write(change);
      spooled++;
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void forEach(Consumer<RowChange> consumer) {
    first.forEach(consumer);
    if (out == null) {
      return;
    }
    try {
      out.flush();
      DataInputStream in = new DataInputStream(new BufferedInputStream(file.input(), 1 << 16));
      for (long row = 0; row < spooled; row++) {
        consumer.accept(read(in));
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** A change that no longer needs the run for its name. */
  private static RowChange named(RowChange change) {
    String label = change.label();
    return new RowChange(
        change.kind(),
        change.table(),
        change.action(),
        change.purpose(),
        () -> label,
        change.reason(),
        change.position(),
        change.columns());
  }

  private void write(RowChange change) throws IOException {
    text(change.kind());
    text(change.table());
    out.writeByte(change.action().ordinal());
    out.writeByte(change.purpose().ordinal());
    text(change.label());
    text(change.reason());
    text(change.position().file());
    out.writeInt(change.position().line());
    out.writeInt(change.position().column());
    out.writeInt(change.columns().size());
    for (ColumnChange column : change.columns()) {
      text(column.column());
      text(column.before());
      text(column.after());
    }
  }

  private static RowChange read(DataInputStream in) throws IOException {
    String kind = text(in);
    String table = text(in);
    Action action = Action.values()[in.readByte()];
    Purpose purpose = Purpose.values()[in.readByte()];
    String label = text(in);
    return new RowChange(
        kind,
        table,
        action,
        purpose,
        () -> label,
        text(in),
        new Position(text(in), in.readInt(), in.readInt()),
        columns(in));
  }

  private static List<ColumnChange> columns(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<ColumnChange> columns = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      columns.add(new ColumnChange(text(in), text(in), text(in)));
    }
    return columns;
  }

  /** Longer than {@code writeUTF} allows: column values may be whole documents. Null is -1. */
  private void text(String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    first.clear();
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw failure(e);
      }
    }
  }

  private static UncheckedIOException failure(IOException e) {
    return new UncheckedIOException(
        "the temporary folder takes no more: " + e.getMessage() + "; free some space", e);
  }
}
