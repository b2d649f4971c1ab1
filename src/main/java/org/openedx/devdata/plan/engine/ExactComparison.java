package org.openedx.devdata.plan.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.plan.kind.FactoryContext;
import org.openedx.devdata.plan.kind.Lookups;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.Step;
import org.openedx.devdata.plan.row.Cell;
import org.openedx.devdata.plan.row.ComparedRow;
import org.openedx.devdata.plan.row.Computed;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.plan.row.StoredRows;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Makes the rows of records by the factories of a load and compares them with a database in all
 * columns, also those that a load fills only in new rows. Writes nothing. Not thread-safe.
 */
public final class ExactComparison {

  private final StoredRows stored;
  private final SchemaBinding binding;
  private final Instant now;
  private final Lookups lookups;
  private final Map<String, RecordFactory> factories;

  /**
   * @param settings a spec without records, whose settings the factories read
   * @param now the run clock
   * @throws org.openedx.devdata.jdbc.DatabaseException when the database is not as the service
   *     expects
   */
  public ExactComparison(
      SqlService service, ServiceSpec settings, MySqlDatabase database, Instant now, long seed) {
    this.stored = new DatabaseRows(database);
    this.binding = EntryBinding.of(service, settings, database);
    this.now = now;
    this.lookups = new BoundLookups(stored, binding);
    this.factories =
        service.factories(
            new FactoryContext(
                settings, List.of(), service.tables(), now, seed, Step.EXPORT, lookups));
  }

  /** The service's tables in this database. */
  public SchemaBinding binding() {
    return binding;
  }

  public Lookups lookups() {
    return lookups;
  }

  /**
   * Compares the rows of records of one kind, which stand for different rows.
   *
   * @return all rows that the records lead to, in tables that the database has
   * @throws org.openedx.devdata.plan.row.RowProblem when a record's row cannot be distinguished
   *     from another
   */
  public List<ComparedRow> compare(String kind, List<SpecRecord> records) {
    RowBatch batch = new RowBatch(PlannedRow::new).exact(now);
    RecordFactory factory = factories.get(kind);
    factory.prepare(records);
    records.forEach(record -> factory.build(record, batch));
    // Keys of rows that are not there must not be remembered, so the index lives for a chunk.
    KeyIndex keys = new KeyIndex(stored, any -> false, false);
    keys.add(binding);
    // As a reset does, this looks at each row by itself and refuses none.
    ChunkPlanner planner = new ChunkPlanner(stored, binding, keys, null, true);
    List<PlannedRow> planned = new ArrayList<>();
    planner.plan(batch, (rows, awaited) -> planned.addAll(rows));
    return planned.stream().map(this::compared).toList();
  }

  private ComparedRow compared(PlannedRow row) {
    if (row.action() == Action.CREATE) {
      return new ComparedRow(row.draft(), null, List.of());
    }
    BoundTable table = binding.get(row.table());
    List<Integer> differing = new ArrayList<>(row.differing());
    for (int column = 0; column < row.table().columns().size(); column++) {
      if (row.cell(column) instanceof Computed computed
          && table.has(column)
          && !ColumnValues.same(row.found()[column], valueOf(computed))) {
        differing.add(column);
      }
    }
    return new ComparedRow(row.draft(), row.found(), differing);
  }

  private static Object valueOf(Computed computed) {
    return Cell.of(computed.value().get()).plain();
  }
}
