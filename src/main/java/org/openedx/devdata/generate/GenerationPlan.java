package org.openedx.devdata.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.openedx.devdata.generate.config.Slice;
import org.openedx.devdata.world.dump.DumpTable;
import org.openedx.devdata.world.dump.TableDump;
import org.openedx.devdata.xapi.EventModel;
import org.openedx.devdata.xapi.StatementRenderer;
import org.openedx.devdata.xapi.StatementSettings;

/**
 * Plan of what is to be made, cut into blocks. Immutable.
 *
 * @param dumps the tables without statements, in the order in which they must be filled
 * @param model makes the statements
 * @param source makes what a run makes of the model's frames
 * @param slice which part is wanted
 * @param framesOfABlock how many frames of the model make a block of statements
 */
public record GenerationPlan(
    List<TableDump> dumps,
    EventModel model,
    Supplier<FrameRows> source,
    Slice slice,
    int framesOfABlock) {

  /** A plan for statements, with blocks of about so many. */
  public static GenerationPlan of(
      List<TableDump> dumps,
      EventModel model,
      StatementSettings settings,
      Slice slice,
      int statementsOfABlock) {
    return of(
        dumps,
        model,
        () -> new FrameRows.Statements(model.reader(), new StatementRenderer(settings)),
        slice,
        statementsOfABlock);
  }

  /** A plan with blocks of what comes of about so many statements. */
  static GenerationPlan of(
      List<TableDump> dumps,
      EventModel model,
      Supplier<FrameRows> source,
      Slice slice,
      int statementsOfABlock) {
    long frame = Math.max(1, model.statements() / model.frames());
    int frames = (int) Math.max(1, Math.round((double) statementsOfABlock / frame));
    return new GenerationPlan(List.copyOf(dumps), model, source, slice, frames);
  }

  /** A maker of the rows of frames, for one thread. */
  public FrameRows rows() {
    return source.get();
  }

  /** The tables in order; statements come last. */
  public List<DumpTable> tables() {
    List<DumpTable> tables = new ArrayList<>(dumps.stream().map(TableDump::table).toList());
    tables.add(DumpTable.XAPI);
    return List.copyOf(tables);
  }

  /** Number of blocks of a table, over all slices. */
  public int blocks(DumpTable table) {
    return table.holdsStatements()
        ? (model.frames() + framesOfABlock - 1) / framesOfABlock
        : dump(table).units();
  }

  /** Number of courses that rows of a table are counted by. */
  int courses(DumpTable table) {
    return table.holdsStatements() ? model.courses().size() : 0;
  }

  TableDump dump(DumpTable table) {
    return dumps.stream()
        .filter(dump -> dump.table() == table)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no rows for " + table));
  }

  /** Number of statements of the slice. */
  public long statementsOfSlice() {
    int blocks = blocks(DumpTable.XAPI);
    return ordinal(slice.to(blocks)) - ordinal(slice.from(blocks));
  }

  /** Number of statements of the slice before a moment, about. */
  public long statementsOfSliceBefore(long micros) {
    int blocks = blocks(DumpTable.XAPI);
    long from = ordinal(slice.from(blocks));
    long before = Math.min(model.statementsBefore(micros), ordinal(slice.to(blocks)));
    return Math.max(0, before - from);
  }

  /** The first frame of a block of statements; the number of frames after the last. */
  public int frame(int block) {
    return (int) Math.min(model.frames(), (long) block * framesOfABlock);
  }

  private long ordinal(int block) {
    return model.firstOrdinal(frame(block));
  }
}
