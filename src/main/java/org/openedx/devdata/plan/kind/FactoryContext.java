package org.openedx.devdata.plan.kind;

import java.time.Instant;
import java.util.List;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.spec.ServiceSpec;

/**
 * Context in which factories build their rows.
 *
 * @param spec the spec being run
 * @param earlier the specs that entries before this one load into the same database for the same
 *     service; when nothing is written, their rows cannot be looked up
 * @param tables the service's tables
 * @param now the run clock
 * @param seed the run's seed
 * @param step what the run does; a reset describes rows even where a load would find them
 * @param lookups set-based look-ups in the run's transaction
 */
public record FactoryContext(
    ServiceSpec spec,
    List<ServiceSpec> earlier,
    TableSet tables,
    Instant now,
    long seed,
    Step step,
    Lookups lookups) {

  public FactoryContext {
    earlier = List.copyOf(earlier);
  }
}
