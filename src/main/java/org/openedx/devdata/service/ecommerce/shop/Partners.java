package org.openedx.devdata.service.ecommerce.shop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.Reference;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Partners as records name them: by code, short code or name, whichever fits first, among the
 * spec's own, then those of earlier entries, then the database's. Not thread-safe.
 */
public final class Partners {

  /** In this order. */
  static final List<String> NAMES = List.of("code", "short_code", "name");

  private final ServiceRun run;
  private final Map<String, String> codeByName = new HashMap<>();

  private Partners(ServiceRun run) {
    this.run = run;
    Stream.concat(Stream.of(run.context().spec()), run.context().earlier().stream())
        .forEach(this::learn);
  }

  /** Those of a run. */
  public static Partners of(ServiceRun run) {
    return run.shared(Partners.class, Partners::new);
  }

  private void learn(ServiceSpec spec) {
    for (String field : NAMES) {
      for (SpecRecord partner : spec.of(PartnerKind.NAME)) {
        partner.text(field).ifPresent(name -> learn(name, partner.requiredText("code")));
      }
    }
  }

  private void learn(String name, String code) {
    codeByName.putIfAbsent(Collation.fold(name), code);
  }

  /** Looks up the partners that records with a field {@code partner} name. */
  public void prepare(List<SpecRecord> chunk) {
    Set<String> unknown = new TreeSet<>();
    for (SpecRecord record : chunk) {
      String name = record.requiredText("partner");
      if (!codeByName.containsKey(Collation.fold(name))) {
        unknown.add(name);
      }
    }
    for (String column : NAMES) {
      for (Object[] row :
          run.lookups()
              .find(run.table("partner_partner"), List.of(column, "code"), column, unknown)) {
        learn((String) row[0], (String) row[1]);
      }
    }
  }

  /** The partner that a record names. */
  public Reference of(SpecRecord record) {
    String name = record.requiredText("partner");
    return Reference.to(
        run.table("partner_partner"), codeByName.getOrDefault(Collation.fold(name), name));
  }
}
