package org.openedx.devdata.service;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.openedx.devdata.plan.Service;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.service.aspects.entry.AspectsService;
import org.openedx.devdata.service.content.ContentService;
import org.openedx.devdata.service.ecommerce.EcommerceService;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.spec.ServiceDescriptor;

/**
 * The services that devdata seeds, by {@code ida}, in the order of messages and documents. A
 * service's descriptions are read when it is first asked for. Thread-safe.
 */
public final class ServiceRegistry {

  private final Map<String, Supplier<? extends Service>> makers;
  private final Map<String, Service> made = new LinkedHashMap<>();

  /**
   * @param makers makes each service, by {@code ida}
   */
  public ServiceRegistry(Map<String, Supplier<? extends Service>> makers) {
    this.makers = Collections.unmodifiableMap(new LinkedHashMap<>(makers));
  }

  /** All services. Adding one means adding a line here. */
  public static ServiceRegistry standard() {
    Once<LmsService> lms = new Once<>(LmsService::lms);
    Map<String, Supplier<? extends Service>> makers = new LinkedHashMap<>();
    makers.put("lms", lms::get);
    makers.put("cms", () -> lms.get().asCms());
    makers.put("ecommerce", EcommerceService::new);
    makers.put("content", ContentService::new);
    makers.put("aspects", AspectsService::new);
    return new ServiceRegistry(makers);
  }

  /** The names of all services. */
  public List<String> names() {
    return new ArrayList<>(makers.keySet());
  }

  /** The service of a name. */
  public synchronized Optional<Service> service(String ida) {
    return makers.containsKey(ida)
        ? Optional.of(made.computeIfAbsent(ida, name -> makers.get(name).get()))
        : Optional.empty();
  }

  /** The service of a name, when its rows go to MySQL. */
  public Optional<SqlService> sql(String ida) {
    return service(ida).filter(SqlService.class::isInstance).map(SqlService.class::cast);
  }

  /** Descriptors of the spec files of all services. */
  public Map<String, ServiceDescriptor> descriptors() {
    Map<String, ServiceDescriptor> descriptors = new LinkedHashMap<>();
    for (String ida : makers.keySet()) {
      descriptors.put(ida, service(ida).orElseThrow().descriptor());
    }
    return descriptors;
  }

  /** Makes a value when it is first asked for, and then keeps it. Used by one thread at a time. */
  private static final class Once<T> {

    private final Supplier<T> maker;
    private T value;

    Once(Supplier<T> maker) {
      this.maker = maker;
    }

    T get() {
      if (value == null) {
        value = maker.get();
      }
      return value;
    }
  }
}
