package org.openedx.devdata.service.ecommerce;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.Table;
import org.openedx.devdata.jdbc.TableSet;
import org.openedx.devdata.plan.FactoryContext;
import org.openedx.devdata.plan.RecordConflicts;
import org.openedx.devdata.plan.RecordFactory;
import org.openedx.devdata.plan.ReferenceRule;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.spec.ServiceSpec;

/** The e-commerce service: what a shop needs to sell seats in courses. */
public final class EcommerceService implements SqlService {

  static final String ADVICE =
      "migrate it first: `make dev.migrate.ecommerce` in devstack, `tutor dev do init -l ecommerce`"
          + " with Tutor";

  private final EcommerceTables tables = new EcommerceTables();
  private final EcommerceKinds kinds = new EcommerceKinds(tables);
  private final ServiceDescriptor descriptor = kinds.descriptor();

  @Override
  public ServiceDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public TableSet tables() {
    return tables.all;
  }

  @Override
  public Set<String> tablesFor(ServiceSpec spec) {
    Map<String, Set<Table>> needed =
        Map.of(
            "flags", Set.of(tables.flags),
            "sites", Set.of(tables.sites),
            "partners", Set.of(tables.partners, tables.sites),
            "site_configurations",
                Set.of(tables.configurations, tables.partners, tables.sites, tables.flags),
            "users", Set.of(tables.users),
            "courses",
                Set.of(
                    tables.sites,
                    tables.partners,
                    tables.courses,
                    tables.productClasses,
                    tables.attributes,
                    tables.categories,
                    tables.products,
                    tables.productCategories,
                    tables.attributeValues,
                    tables.stockRecords));
    Set<Table> all = new HashSet<>();
    needed.forEach(
        (kind, some) -> {
          if (!spec.of(kind).isEmpty()) {
            all.addAll(some);
          }
        });
    return all.stream().map(Table::name).collect(Collectors.toSet());
  }

  @Override
  public List<ReferenceRule> references() {
    return ReferenceRule.of(
        descriptor,
        List.of(
            new ReferenceRule.Home("sites", "site", tables.sites),
            new ReferenceRule.Home("partners", "partner", tables.partners)));
  }

  @Override
  public void check(ServiceSpec spec, Problems problems) {
    check(spec, List.of(), problems);
  }

  @Override
  public void check(ServiceSpec spec, List<ServiceSpec> earlier, Problems problems) {
    ShopChecks.check(spec, problems);
    spec.of("courses").forEach(course -> CourseChecks.check(course, kinds.seats, problems));
    new RecordConflicts(
            (record, field) -> field.equals("short_code") ? record.text("code") : Optional.empty(),
            problems)
        .check(spec, earlier);
  }

  @Override
  public Map<String, RecordFactory> factories(FactoryContext context) {
    EcommerceRun run = new EcommerceRun(context, tables, kinds);
    Partners partners = new Partners(run);
    Map<String, RecordFactory> factories = new LinkedHashMap<>();
    factories.put("flags", new FlagFactory(run));
    factories.put("sites", new SiteFactory(run));
    factories.put("partners", new PartnerFactory(run));
    factories.put("site_configurations", new ConfigurationFactory(run, partners));
    factories.put("users", new UserFactory(run));
    factories.put("courses", new CourseFactory(run, partners));
    return factories;
  }

  @Override
  public String migrationAdvice() {
    return ADVICE;
  }

  @Override
  public Map<String, String> migrations() {
    Map<String, String> first = new LinkedHashMap<>();
    for (String app : List.of("sites", "partner", "core", "catalogue", "courses", "waffle")) {
      first.put(app, "0001_initial");
    }
    return first;
  }
}
