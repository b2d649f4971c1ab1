package org.openedx.devdata.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.kind.FactoryContext;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.RecordKind;
import org.openedx.devdata.plan.kind.RecordKinds;
import org.openedx.devdata.plan.kind.ReferenceRule;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;

/** A service that is a list of kinds; the rest follows from them. Stateless; safe to share. */
public interface KindsService extends SqlService {

  /** Its kinds. */
  RecordKinds kinds();

  @Override
  default TableSet tables() {
    return kinds().tables();
  }

  @Override
  default Set<String> tablesFor(ServiceSpec spec) {
    return kinds().tablesFor(spec);
  }

  @Override
  default List<Set<String>> indispensable(ServiceSpec spec) {
    return kinds().indispensable(spec);
  }

  @Override
  default List<ReferenceRule> references() {
    return kinds().references();
  }

  @Override
  default void check(ServiceSpec spec, Problems problems) {
    check(spec, List.of(), problems);
  }

  @Override
  default void check(ServiceSpec spec, List<ServiceSpec> earlier, Problems problems) {
    kinds().check(spec, earlier, problems);
  }

  @Override
  default void advise(ServiceSpec spec, MySqlDatabase database, Problems problems) {
    kinds().advise(spec, database, problems);
  }

  @Override
  default Map<String, RecordFactory> factories(FactoryContext context) {
    return kinds().factories(context);
  }

  @Override
  default List<RecordKind> recordKinds() {
    return kinds().all();
  }

  /** One row for each Django app that has a table of the service. */
  @Override
  default Map<String, String> migrations() {
    Map<String, String> first = new LinkedHashMap<>();
    tables().apps().forEach(app -> first.put(app, "0001_initial"));
    return first;
  }
}
