package org.openedx.devdata.plan;

import java.time.Instant;
import org.openedx.devdata.jdbc.TableSet;
import org.openedx.devdata.spec.ServiceSpec;

/**
 * What factories may know of their run.
 *
 * @param spec the spec being run
 * @param tables the service's tables
 * @param now the run clock
 * @param seed the run's seed
 * @param step what the run does; a reset describes rows even where a load would find them
 * @param lookups set-based look-ups in the run's transaction
 */
public record FactoryContext(
    ServiceSpec spec, TableSet tables, Instant now, long seed, Step step, Lookups lookups) {}
