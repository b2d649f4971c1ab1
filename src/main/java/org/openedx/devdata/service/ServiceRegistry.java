package org.openedx.devdata.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.openedx.devdata.jdbc.targets.ServiceIdentities;
import org.openedx.devdata.jdbc.targets.ServiceIdentity;
import org.openedx.devdata.plan.Service;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.service.aspects.entry.AspectsService;
import org.openedx.devdata.service.content.ContentService;
import org.openedx.devdata.service.ecommerce.EcommerceService;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.spec.load.ServiceNames;

/**
 * The services that devdata seeds, by {@code ida}, in the order of messages and documents. A
 * service's descriptions are read when it is first asked for. Thread-safe.
 */
public final class ServiceRegistry {

  private final Map<String, Listed> listed = new LinkedHashMap<>();
  private final Map<String, Service> made = new LinkedHashMap<>();

  /**
   * A service that is there to be made.
   *
   * @param identity its names and addresses
   * @param maker makes it
   */
  public record Listed(ServiceIdentity identity, Supplier<? extends Service> maker) {}

  public ServiceRegistry(List<Listed> services) {
    services.forEach(service -> listed.put(service.identity().ida(), service));
  }

  /** All services. Adding one means adding a line here. */
  public static ServiceRegistry standard() {
    Once<LmsService> lms = new Once<>(LmsService::lms);
    return new ServiceRegistry(
        List.of(
            new Listed(LmsService.IDENTITY, lms::get),
            new Listed(LmsService.STUDIO, () -> lms.get().asCms()),
            new Listed(EcommerceService.IDENTITY, EcommerceService::new),
            new Listed(ContentService.IDENTITY, ContentService::new),
            new Listed(AspectsService.IDENTITY, AspectsService::new)));
  }

  /** The names of all services. */
  public List<String> names() {
    return new ArrayList<>(listed.keySet());
  }

  /** The names and addresses of all services. */
  public ServiceIdentities identities() {
    return new ServiceIdentities(listed.values().stream().map(Listed::identity).toList());
  }

  /** The names of all services, and of those that devdata does not seed. */
  public ServiceNames serviceNames() {
    Map<String, String> aliases = new LinkedHashMap<>();
    for (Listed service : listed.values()) {
      ServiceIdentity identity = service.identity();
      identity.aliases().forEach(alias -> aliases.put(alias, identity.ida()));
    }
    return new ServiceNames(names(), aliases, OtherServices.TITLES);
  }

  /** The service of a name. */
  public synchronized Optional<Service> service(String ida) {
    return listed.containsKey(ida)
        ? Optional.of(made.computeIfAbsent(ida, name -> listed.get(name).maker().get()))
        : Optional.empty();
  }

  /** The service of a name, when its rows go to MySQL. */
  public Optional<SqlService> sql(String ida) {
    return service(ida).flatMap(Service::inMySql);
  }

  /** Descriptors of the spec files of all services. */
  public Map<String, ServiceDescriptor> descriptors() {
    Map<String, ServiceDescriptor> descriptors = new LinkedHashMap<>();
    for (String ida : listed.keySet()) {
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
