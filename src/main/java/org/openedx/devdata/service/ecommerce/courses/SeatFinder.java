package org.openedx.devdata.service.ecommerce.courses;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.AmbiguousRowException;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowFinder;
import org.openedx.devdata.plan.row.StoredRows;
import org.openedx.devdata.spec.Collation;

/**
 * Finds seats again, which no column names: by their course and the attributes that make up a
 * {@link SeatIdentity}. One look-up for the seats of all courses of a chunk, one for their
 * attributes. Not thread-safe.
 */
final class SeatFinder implements RowFinder {

  private static final String COURSE = "course_id";
  private static final String CHILD = "child";

  private final ServiceRun run;
  private final Catalogue catalogue;
  private final Map<Row, SeatIdentity> sought = new HashMap<>();

  SeatFinder(ServiceRun run, Catalogue catalogue) {
    this.run = run;
    this.catalogue = catalogue;
  }

  /** Forgets the rows of the chunk before. */
  void forget() {
    sought.clear();
  }

  /** Will find the row by its course and this identity. */
  void seek(Row seat, SeatIdentity identity) {
    sought.put(seat, identity);
    seat.foundBy(this);
  }

  @Override
  public List<String> keyColumns(Row row) {
    return List.of(COURSE);
  }

  private record Key(String course, SeatIdentity identity) {}

  @Override
  public Object[][] find(StoredRows stored, BoundTable bound, List<Row> rows, int[] columns) {
    Table table = bound.table();
    Set<Object> courses = new HashSet<>();
    rows.forEach(row -> courses.add(row.resolved(COURSE)));
    int course = table.indexOf(COURSE);
    int structure = table.indexOf("structure");
    int[] read =
        IntStream.concat(IntStream.of(columns), IntStream.of(course, structure))
            .distinct()
            .toArray();
    Map<Object, Object[]> seats = new LinkedHashMap<>();
    for (Object[] values :
        stored.find(
            bound,
            read,
            new int[] {course},
            courses.stream().map(key -> new Object[] {key}).toList())) {
      Object[] seat = StoredRows.spread(bound, read, values);
      if (CHILD.equals(seat[structure])) {
        seats.put(seat[table.primaryKeyIndex()], seat);
      }
    }
    Map<Key, List<Object[]>> byKey = new HashMap<>();
    Map<Object, SeatIdentity> identities = identities(seats.keySet());
    seats.forEach(
        (id, seat) ->
            byKey
                .computeIfAbsent(key(seat[course], identities.get(id)), any -> new ArrayList<>())
                .add(seat));
    return rows.stream()
        .map(row -> only(row, byKey.getOrDefault(key(row), List.of())))
        .toArray(Object[][]::new);
  }

  private Key key(Row row) {
    return key(row.resolved(COURSE), sought.get(row));
  }

  private static Key key(Object course, SeatIdentity identity) {
    return new Key(Collation.fold(course.toString()), identity);
  }

  private static Object[] only(Row row, List<Object[]> found) {
    if (found.size() > 1) {
      int id = row.table().primaryKeyIndex();
      throw AmbiguousRowException.of(
          row, found.stream().map(seat -> seat[id]).toList(), "the " + row.label());
    }
    return found.isEmpty() ? null : found.get(0);
  }

  /** Reads the attributes that distinguish these products. */
  private Map<Object, SeatIdentity> identities(Set<Object> products) {
    long type = catalogue.attribute(Catalogue.SEAT, "certificate_type");
    long verification = catalogue.attribute(Catalogue.SEAT, "id_verification_required");
    long provider = catalogue.attribute(Catalogue.SEAT, "credit_provider");
    Map<Object, SeatIdentity> identities = new HashMap<>();
    products.forEach(id -> identities.put(id, new SeatIdentity("", false, "")));
    List<String> read = Arrays.asList("product_id", "attribute_id", "value_text", "value_boolean");
    for (Object[] value :
        run.lookups()
            .find(run.table("catalogue_productattributevalue"), read, "product_id", products)) {
      long attribute = (Long) value[1];
      String text = value[2] == null ? "" : value[2].toString();
      identities.computeIfPresent(
          value[0],
          (id, seat) -> {
            if (attribute == type) {
              return new SeatIdentity(text, seat.idVerification(), seat.creditProvider());
            }
            if (attribute == verification) {
              boolean required = Boolean.TRUE.equals(value[3]);
              return new SeatIdentity(seat.certificateType(), required, seat.creditProvider());
            }
            return attribute == provider
                ? new SeatIdentity(seat.certificateType(), seat.idVerification(), text)
                : seat;
          });
    }
    return identities;
  }
}
