package org.openedx.devdata.service.ecommerce.shop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.plan.kind.ColumnMapping;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.SpecRecord;

/** Configurations of sites. OAuth settings that a record does not name stay as they are. */
final class ConfigurationFactory implements RecordFactory {

  private static final String OAUTH = "oauth_settings";

  private final ServiceRun run;
  private final Partners partners;
  private final ColumnMapping columns;
  private final Map<String, ObjectNode> existing = new HashMap<>();

  ConfigurationFactory(ServiceRun run, Kind kind) {
    this.run = run;
    this.partners = Partners.of(run);
    this.columns = ColumnMapping.of(kind, run.table("core_siteconfiguration"), Set.of(OAUTH));
  }

  @Override
  public void prepare(List<SpecRecord> chunk) {
    partners.prepare(chunk);
    existing.clear();
    if (!run.adoptsStored()) {
      return;
    }
    List<String> domains = chunk.stream().map(record -> record.requiredText("site")).toList();
    Map<Object, String> domainById = new HashMap<>();
    for (Object[] site :
        run.lookups().find(run.table("django_site"), List.of("id", "domain"), "domain", domains)) {
      domainById.put(site[0], Collation.fold((String) site[1]));
    }
    for (Object[] row :
        run.lookups()
            .find(
                run.table("core_siteconfiguration"),
                List.of("site_id", OAUTH),
                "site_id",
                domainById.keySet())) {
      existing.put(domainById.get(row[0]), OauthSettings.parse((String) row[1]));
    }
  }

  @Override
  public void build(SpecRecord record, RowBatch batch) {
    FlagKind.implyCheckout(run, record, batch);
    String domain = record.requiredText("site");
    Row row = batch.declare(run.table("core_siteconfiguration"), record);
    columns.copy(record, row, run.now());
    row.set("site_id", SiteKind.of(run, domain));
    row.set("partner_id", partners.of(record));
    ObjectNode stated = OauthSettings.stated(record);
    ObjectNode before = existing.get(Collation.fold(domain));
    ObjectNode settings = before == null ? OauthSettings.defaults(lmsRoot(record, row)) : before;
    settings = settings.deepCopy();
    settings.setAll(stated);
    if (stated.isEmpty()) {
      row.fill(OAUTH, settings.toString());
    } else {
      row.set(OAUTH, settings.toString(), OauthSettings::same);
    }
  }

  private String lmsRoot(SpecRecord record, Row row) {
    return record
        .text("lms_url_root")
        .orElseGet(() -> (String) row.defaultOf("lms_url_root", run.now()));
  }
}
