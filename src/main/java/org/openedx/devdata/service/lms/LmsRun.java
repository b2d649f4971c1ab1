package org.openedx.devdata.service.lms;

import java.time.Instant;
import org.openedx.devdata.jdbc.ColumnValues;
import org.openedx.devdata.plan.FactoryContext;
import org.openedx.devdata.random.RandomStream;

/**
 * What the LMS's factories of one run share. Immutable, but for what its parts remember.
 *
 * @param context the run
 * @param tables the LMS's tables
 * @param kinds the LMS's kinds
 */
record LmsRun(FactoryContext context, LmsTables tables, LmsKinds kinds) {

  Instant now() {
    return context.now();
  }

  /** The run clock as columns hold it. */
  java.time.LocalDateTime nowUtc() {
    return ColumnValues.utc(now());
  }

  /** Random numbers for one purpose. */
  RandomStream random(String purpose) {
    return RandomStream.of(context.seed()).derive("lms").derive(purpose);
  }

  /** The mode of enrolments that name none. */
  String defaultMode() {
    return context.spec().settings().text(LmsKinds.DEFAULT_MODE).orElse("audit");
  }

  boolean createsMissing() {
    return context.spec().settings().bool(LmsKinds.CREATE_MISSING).orElse(false);
  }

  /** Days for which an identity verification is good. */
  long verificationDays() {
    return context.spec().settings().whole(LmsKinds.VERIFICATION_DAYS).orElse(365L);
  }
}
