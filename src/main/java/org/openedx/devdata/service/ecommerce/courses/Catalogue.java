package org.openedx.devdata.service.ecommerce.courses;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.kind.ServiceRun;

/**
 * Ids of the rows that the service's migrations make: product classes, their attributes, the
 * category of seats. Never written; looked up once for each run. Not thread-safe.
 */
public final class Catalogue {

  /** The remedy when the migrations of the service have not run. */
  public static final String ADVICE =
      "migrate it first: `make dev.migrate.ecommerce` in devstack, `tutor dev do init -l ecommerce`"
          + " with Tutor";

  static final String SEAT = "Seat";
  static final String ENROLLMENT_CODE = "Enrollment Code";
  private static final String SEATS = "Seats";

  private final ServiceRun run;
  private final Map<String, Long> classes = new HashMap<>();
  private final Map<Long, Map<String, Long>> attributes = new HashMap<>();
  private Long seatsCategory;

  Catalogue(ServiceRun run) {
    this.run = run;
  }

  /**
   * Id of a product class.
   *
   * @throws DatabaseException unless there is exactly one of that name
   */
  long productClass(String name) {
    return classes.computeIfAbsent(
        name,
        any -> {
          List<Object[]> rows =
              run.lookups()
                  .find(run.table("catalogue_productclass"), List.of("id"), "name", List.of(name));
          return only(run.table("catalogue_productclass"), "named '" + name + "'", ids(rows));
        });
  }

  /**
   * Id of an attribute of a product class. Until December 2023 no key kept two of one code apart.
   *
   * @throws DatabaseException unless there is exactly one of that code
   */
  long attribute(String className, String code) {
    Map<String, Long> known =
        attributes.computeIfAbsent(productClass(className), any -> new HashMap<>());
    return known.computeIfAbsent(
        code,
        any -> {
          List<Object[]> rows =
              run.lookups()
                  .find(
                      run.table("catalogue_productattribute"),
                      List.of("id", "code"),
                      "product_class_id",
                      List.of(productClass(className)));
          return only(
              run.table("catalogue_productattribute"),
              "with the code '" + code + "' for the class '" + className + "'",
              ids(rows.stream().filter(row -> code.equals(row[1])).toList()));
        });
  }

  /**
   * Id of the top category of seats; one below it may bear the same name.
   *
   * @throws DatabaseException unless there is exactly one
   */
  long seatsCategory() {
    if (seatsCategory == null) {
      List<Object[]> rows =
          run.lookups()
              .find(
                  run.table("catalogue_category"), List.of("id", "depth"), "name", List.of(SEATS));
      seatsCategory =
          only(
              run.table("catalogue_category"),
              "at the top named '" + SEATS + "'",
              ids(rows.stream().filter(row -> row[1].equals(1L)).toList()));
    }
    return seatsCategory;
  }

  private static List<Long> ids(List<Object[]> rows) {
    return rows.stream().map(row -> (Long) row[0]).sorted().toList();
  }

  private static long only(Table table, String which, List<Long> ids) {
    if (ids.isEmpty()) {
      throw new DatabaseException(
          "table "
              + table
              + " has no row "
              + which
              + ", which the service's migrations make; "
              + ADVICE);
    }
    if (ids.size() > 1) {
      throw new DatabaseException(
          "table "
              + table
              + " has "
              + ids.size()
              + " rows "
              + which
              + " (id "
              + ids.stream().map(String::valueOf).collect(Collectors.joining(", "))
              + "); remove all but one");
    }
    return ids.get(0);
  }
}
