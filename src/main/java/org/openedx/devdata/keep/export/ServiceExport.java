package org.openedx.devdata.keep.export;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.DatabaseRights;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.rows.RowFilter;
import org.openedx.devdata.jdbc.rows.RowPages;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.keep.export.anonymous.Anonymiser;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.plan.engine.ExactComparison;
import org.openedx.devdata.plan.kind.CommonSettings;
import org.openedx.devdata.plan.kind.Inverse;
import org.openedx.devdata.plan.kind.RecordKind;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.read.KeyParsers;

/**
 * Writes the rows of a service's database as the smallest spec that makes them again. Reads in one
 * transaction and writes nothing to the database. Immutable.
 */
public final class ServiceExport {

  /** Rows that are looked at together. */
  private static final int PAGE = 2_000;

  private final SqlService service;
  private final KeyParsers keys;
  private final Selection selection;
  private final Instant now;
  private final long seed;
  private final int pageSize;
  private final Optional<Anonymiser> anonymiser;

  /**
   * @param keys parsers of course and block keys
   * @param now the run clock, of which times that specs leave out are
   * @param seed of made-up values, which a spec leaves out where a load makes the same ones
   */
  public ServiceExport(
      SqlService service, KeyParsers keys, Selection selection, Instant now, long seed) {
    this(service, keys, selection, now, seed, PAGE, Optional.empty());
  }

  private ServiceExport(
      SqlService service,
      KeyParsers keys,
      Selection selection,
      Instant now,
      long seed,
      int pageSize,
      Optional<Anonymiser> anonymiser) {
    this.anonymiser = anonymiser;
    this.service = service;
    this.keys = keys;
    this.selection = selection;
    this.now = now;
    this.seed = seed;
    this.pageSize = pageSize;
  }

  /** Looks at so many rows together. */
  ServiceExport inPagesOf(int rows) {
    return new ServiceExport(service, keys, selection, now, seed, rows, anonymiser);
  }

  /** The same, with other people's values. */
  public ServiceExport with(Anonymiser names) {
    return new ServiceExport(service, keys, selection, now, seed, pageSize, Optional.of(names));
  }

  /**
   * Writes the service's spec files.
   *
   * @param folder an existing folder
   * @throws org.openedx.devdata.jdbc.DatabaseException when the database is away or not as expected
   * @throws java.io.UncheckedIOException when a file cannot be written
   */
  public ExportResult write(ConnectionSettings connection, Path folder) {
    try (MySqlDatabase database = MySqlDatabase.open(connection)) {
      DatabaseRights.requireWhole(database);
      Map<String, Object> settings = new LinkedHashMap<>();
      settings.put(CommonSettings.MAKE_NEEDED.name(), false);
      ExactComparison first = comparison(database, settings);
      settings.putAll(further(database, first));
      ExactComparison comparison = comparison(database, settings);
      ExportTally tally = new ExportTally(sources());
      String ida = service.descriptor().ida();
      try (SpecFiles files = new SpecFiles(folder, ida, settings)) {
        write(database, comparison, tally, files);
        List<ExportResult.RowsOfTable> left =
            selection.isAll()
                ? new LeftRows(database, comparison.binding(), service).count(tally)
                : List.of();
        return new ExportResult(
            ida,
            files.complete(),
            tally.records(),
            tally.columns(),
            tally.refused(),
            left,
            tally.made());
      }
    }
  }

  private ExactComparison comparison(MySqlDatabase database, Map<String, Object> settings) {
    Kind kind = service.descriptor().settingsKind();
    Object[] values = new Object[kind.fields().size()];
    settings.forEach((name, value) -> values[kind.indexOf(name)] = value);
    String file = service.descriptor().ida() + ".yaml";
    SpecRecord record =
        SpecRecord.of(kind, Position.ofFile(file), 0, values, new int[2 * values.length], null);
    ServiceSpec spec = new ServiceSpec(service.descriptor(), file, record, Map.of());
    return new ExactComparison(service, spec, database, now, seed);
  }

  /** Settings that follow from which tables have rows. */
  private Map<String, Object> further(MySqlDatabase database, ExactComparison comparison) {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (RecordKind kind : service.recordKinds()) {
      for (Inverse.Setting setting : kind.inverse().map(Inverse::settings).orElse(List.of())) {
        BoundTable empty = comparison.binding().get(setting.empty());
        BoundTable filled = comparison.binding().get(setting.filled());
        if (empty != null && filled != null && !any(database, empty) && any(database, filled)) {
          settings.put(setting.said().field(), setting.said().value());
        }
      }
    }
    return settings;
  }

  private static boolean any(MySqlDatabase database, BoundTable table) {
    return !RowPages.page(database, table, RowFilter.NONE, null, 1).isEmpty();
  }

  private Set<Table> sources() {
    return service.recordKinds().stream()
        .flatMap(kind -> kind.inverse().stream())
        .flatMap(inverse -> inverse.sources().stream())
        .map(Inverse.Source::table)
        .collect(Collectors.toSet());
  }

  private void write(
      MySqlDatabase database, ExactComparison comparison, ExportTally tally, SpecFiles files) {
    ServiceRows rows = ServiceRows.of(service, comparison, selection);
    ReadBack readBack = new ReadBack(service, keys);
    for (RecordKind kind : service.recordKinds()) {
      Optional<Inverse> inverse = kind.inverse();
      String name = kind.kind().name();
      boolean asked = selection.kinds().isEmpty() || selection.kinds().contains(name);
      if (inverse.isPresent() && asked) {
        KindLinks links = new KindLinks(inverse.get(), service.tables(), service.recordKinds());
        new KindExport(
                inverse.get(),
                links,
                rows,
                selection,
                comparison,
                readBack,
                tally,
                files,
                anonymiser)
            .run(database, pageSize);
      }
    }
  }
}
