package org.openedx.devdata.keep.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.jdbc.rows.RowFilter;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.Column;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.plan.engine.ExactComparison;
import org.openedx.devdata.plan.kind.Inverse;
import org.openedx.devdata.plan.kind.RecordKind;
import org.openedx.devdata.plan.kind.RecordParts;
import org.openedx.devdata.plan.kind.ReferenceRule;
import org.openedx.devdata.plan.row.StoredRow;

/** Rows of a service's database as an export reads them. Not thread-safe. */
final class ServiceRows implements RecordParts.Reader {

  private static final String USERS = "users";
  private static final String COURSE = "course_id";

  private final SqlService service;
  private final ExactComparison comparison;
  private final Selection selection;

  /** Primary keys of rows that no record stands for, so that no other record may name them. */
  private final IdentityHashMap<Table, Set<Object>> left = new IdentityHashMap<>();

  ServiceRows(SqlService service, ExactComparison comparison, Selection selection) {
    this.service = service;
    this.comparison = comparison;
    this.selection = selection;
  }

  static ServiceRows of(SqlService service, ExactComparison comparison, Selection selection) {
    return new ServiceRows(service, comparison, selection);
  }

  BoundTable bound(Table table) {
    return comparison.binding().get(table);
  }

  @Override
  public List<StoredRow> find(Table table, String column, Collection<?> values) {
    if (bound(table) == null || values.isEmpty()) {
      return List.of();
    }
    List<String> read =
        table.columns().stream()
            .map(Column::name)
            .filter(name -> comparison.lookups().has(table, name))
            .toList();
    List<StoredRow> rows = new ArrayList<>();
    for (Object[] found : comparison.lookups().find(table, read, column, values)) {
      Object[] row = new Object[table.columns().size()];
      for (int i = 0; i < found.length; i++) {
        row[table.indexOf(read.get(i))] = found[i];
      }
      rows.add(new StoredRow(table, row));
    }
    rows.sort(Comparator.comparing(ServiceRows::order));
    return rows;
  }

  /** Numbers by their size, texts by their letters. */
  private static String order(StoredRow row) {
    return row.key() instanceof Long number ? "%020d".formatted(number) : row.key().toString();
  }

  /** Without rows that are left out. */
  @Override
  public Map<Object, String> names(Table table, Collection<?> keys) {
    Map<Object, String> names = new HashMap<>();
    List<Object> asked = new ArrayList<>(keys);
    asked.removeIf(Objects::isNull);
    asked.removeAll(left.getOrDefault(table, Set.of()));
    if (asked.isEmpty() || bound(table) == null) {
      return names;
    }
    String key = table.primaryKey().name();
    List<String> read = List.of(key, table.naturalKey().get(0));
    for (Object[] row : comparison.lookups().find(table, read, key, asked)) {
      String name = String.valueOf(row[1]);
      if (!isUsers(table) || selection.takesUser(name)) {
        names.put(row[0], name);
      }
    }
    return names;
  }

  /** Notes a row that no record stands for. */
  void leave(StoredRow row) {
    left.computeIfAbsent(row.table(), any -> new HashSet<>()).add(row.key());
  }

  /** Condition on the rows of a source of records. */
  RowFilter filter(Inverse inverse, Inverse.Source source) {
    BoundTable table = bound(source.table());
    RowFilter filter = RowFilter.of(table, source.where());
    Optional<Table> users = users();
    Optional<String> user = users.flatMap(home -> userColumn(source.table(), home));
    if (selection.users().isPresent() && user.isPresent()) {
      filter = filter.and(ofUsers(table, user.get(), users.get()));
    }
    Optional<String> course =
        inverse.links().stream()
            .filter(link -> link.kind() == inverse.kind() && link.table() == source.table())
            .filter(link -> link.field().equals(COURSE) || link.column().equals(COURSE))
            .map(Inverse.Link::column)
            .findFirst()
            .or(() -> Optional.of(COURSE).filter(source.table()::has));
    if (selection.course().isPresent() && course.isPresent()) {
      return filter.and(
          RowFilter.of(table, Map.of(course.get(), selection.course().orElseThrow())));
    }
    return selection.course().isPresent() && user.isPresent()
        ? filter.and(inCourse(table, user.get(), users.get()))
        : filter;
  }

  private RowFilter ofUsers(BoundTable table, String column, Table users) {
    BoundTable bound = bound(users);
    RowFilter named =
        RowFilter.like(bound, users.naturalKey().get(0), selection.users().orElseThrow());
    return table.table() == users
        ? named
        : RowFilter.in(table, column, bound, users.primaryKey().name(), named);
  }

  /** Rows of users of whom any row is in the course. */
  private RowFilter inCourse(BoundTable table, String column, Table users) {
    List<RowFilter> ways = new ArrayList<>();
    for (Table other : service.tables().all()) {
      Optional<String> user = userColumn(other, users).filter(any -> other != users);
      if (user.isPresent() && other.has(COURSE) && bound(other) != null && isKept(other)) {
        RowFilter there =
            RowFilter.of(bound(other), Map.of(COURSE, selection.course().orElseThrow()));
        ways.add(RowFilter.in(table, column, bound(other), user.get(), there));
      }
    }
    return RowFilter.any(ways);
  }

  /** Returns whether the table has what is now, and not what was. */
  private boolean isKept(Table table) {
    return service.tables().all().stream()
        .noneMatch(one -> one.details().history().equals(table.name()));
  }

  private Optional<String> userColumn(Table table, Table users) {
    if (table == users) {
      return Optional.of(users.primaryKey().name());
    }
    List<String> columns =
        table.columns().stream()
            .map(Column::name)
            .filter(name -> service.tables().referenced(table, name) == users)
            .toList();
    return columns.size() == 1
        ? columns.stream().findFirst()
        : columns.stream().filter(table.naturalKey()::contains).findFirst();
  }

  private boolean isUsers(Table table) {
    return users().filter(users -> users == table).isPresent();
  }

  private Optional<Table> users() {
    return service.recordKinds().stream()
        .filter(kind -> kind.kind().name().equals(USERS))
        .map(RecordKind::home)
        .flatMap(Optional::stream)
        .map(ReferenceRule.Home::table)
        .findFirst()
        .or(
            () ->
                service.recordKinds().stream()
                    .filter(kind -> kind.kind().name().equals(USERS))
                    .flatMap(kind -> kind.inverse().stream())
                    .map(inverse -> inverse.sources().get(0).table())
                    .findFirst());
  }
}
