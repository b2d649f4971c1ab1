package org.openedx.devdata.service.ecommerce;

import java.time.Instant;
import org.openedx.devdata.jdbc.ColumnValues;
import org.openedx.devdata.plan.FactoryContext;
import org.openedx.devdata.plan.Lookups;
import org.openedx.devdata.random.RandomStream;

/**
 * What the factories of one run share. Immutable.
 *
 * @param context the run
 * @param tables the service's tables
 * @param kinds the service's kinds
 */
record EcommerceRun(FactoryContext context, EcommerceTables tables, EcommerceKinds kinds) {

  Instant now() {
    return context.now();
  }

  /** The run clock as columns hold it. */
  java.time.LocalDateTime nowUtc() {
    return ColumnValues.utc(now());
  }

  Lookups lookups() {
    return context.lookups();
  }

  /** The LMS's own stream, so that an account bears the same invented name in both services. */
  RandomStream people() {
    return RandomStream.of(context.seed()).derive("lms").derive("people");
  }
}
