package org.openedx.devdata.plan.kind;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.openedx.devdata.jdbc.table.ColumnValues;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.spec.ServiceSpec;

/** The things that all factories of one run of a service use. Not thread-safe. */
public final class ServiceRun {

  private final FactoryContext context;
  private final RandomStream numbers;
  private final Map<Class<?>, Object> shared = new HashMap<>();

  /**
   * @param name of the service, from which its random numbers are derived
   */
  ServiceRun(FactoryContext context, String name) {
    this.context = context;
    this.numbers = RandomStream.of(context.seed()).derive(name);
  }

  /** The one part of a class that all factories of the run use, made when it is first asked for. */
  public <T> T shared(Class<T> type, Function<ServiceRun, T> maker) {
    Object part = shared.get(type);
    if (part == null) {
      part = maker.apply(this);
      shared.put(type, part);
    }
    return type.cast(part);
  }

  public FactoryContext context() {
    return context;
  }

  public ServiceSpec spec() {
    return context.spec();
  }

  /** The run clock. */
  public Instant now() {
    return context.now();
  }

  /** The run clock as columns hold it. */
  public LocalDateTime nowUtc() {
    return ColumnValues.utc(now());
  }

  /** Random numbers for one purpose. */
  public RandomStream random(String purpose) {
    return numbers.derive(purpose);
  }

  /** A table of the service. */
  public Table table(String name) {
    return context.tables().get(name);
  }

  public Lookups lookups() {
    return context.lookups();
  }

  /** Returns whether rows that records need are made where no record describes them. */
  public boolean makesNeeded() {
    return spec().settings().bool(CommonSettings.MAKE_NEEDED.name()).orElse(true);
  }

  /**
   * Returns whether what a record leaves out follows the row that is there: not when the run asks
   * what a new row would get.
   */
  public boolean adoptsStored() {
    return context.step() != Step.EXPORT;
  }

  /** Says whether the run removes what its spec describes. */
  public boolean removes() {
    return context.step().removes();
  }
}
