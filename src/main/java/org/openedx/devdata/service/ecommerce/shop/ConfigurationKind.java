package org.openedx.devdata.service.ecommerce.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.factory.ColumnFields;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.kind.DescribedKind;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;

/** {@code site_configurations}: what a site sells for whom. */
public final class ConfigurationKind extends DescribedKind {

  private static final String NAME = "site_configurations";
  private static final String TABLE = "core_siteconfiguration";
  private static final FieldType.Text SECRET = new FieldType.Text(255);
  private static final FieldType URL = new FieldType.Text(200);

  public ConfigurationKind(TableSet tables) {
    super(
        new Kind(
            NAME,
            List.of(),
            "What a site sells for whom: its LMS, payment processors and OAuth clients.",
            ColumnFields.after(
                fields(),
                ColumnFields.of(
                    tables.get(TABLE), Map.of("partner_id", "partner", "site_id", "site"))),
            List.of("site")),
        tables,
        TABLE);
  }

  private static List<Field> fields() {
    return List.of(
        SiteKind.site("site").asRequired(),
        PartnerKind.partner(),
        Field.of("lms_url_root", URL, "Where the service reaches the LMS.")
            .withAliases("lms_root_url")
            .withDefault("http://edx.devstack.lms:18000"),
        Field.of("lms_public_url_root", URL, "Where people's browsers reach the LMS.")
            .withAliases("lms_public_root_url")
            .withDefault("lms_url_root"),
        Field.of("sso_client_id", SECRET, "OAuth client for people's sign-on.")
            .withDefault("ecommerce-sso-key"),
        Field.of("sso_client_secret", SECRET, "Its secret.").withDefault("ecommerce-sso-secret"),
        Field.of("backend_client_id", SECRET, "OAuth client for calls between services.")
            .withDefault("ecommerce-backend-service-key"),
        Field.of("backend_client_secret", SECRET, "Its secret.")
            .withDefault("ecommerce-backend-service-secret"),
        Field.of(
            "oauth_settings",
            new FieldType.Json(),
            "Further OAuth settings, a mapping by their full names; those that are not named stay"
                + " as they are."));
  }

  @Override
  public void check(ServiceSpec spec, Problems problems) {
    spec.of(NAME).forEach(one -> check(one, problems));
  }

  private static void check(SpecRecord one, Problems problems) {
    AddressChecks.checkConfiguration(one, problems);
    boolean microfrontend = one.bool("enable_microfrontend_for_basket_page").orElse(false);
    if (microfrontend && one.text("payment_microfrontend_url").isEmpty()) {
      problems.add(
          one.positionOf("enable_microfrontend_for_basket_page"),
          "enable_microfrontend_for_basket_page needs a payment_microfrontend_url; add it");
    }
    if (one.has("payment_processors")) {
      one.text("client_side_payment_processor")
          .filter(processor -> !processor.isEmpty() && !processors(one).contains(processor))
          .ifPresent(
              processor ->
                  problems.add(
                      one.positionOf("client_side_payment_processor"),
                      "client_side_payment_processor '%s' is not one of the payment_processors; add it there or choose another"
                          .formatted(processor)));
    }
    one.get("oauth_settings", JsonNode.class)
        .filter(json -> !json.isObject())
        .ifPresent(
            json ->
                problems.add(
                    one.positionOf("oauth_settings"),
                    "oauth_settings must be a mapping of settings by their full names"));
  }

  private static List<String> processors(SpecRecord one) {
    return Arrays.stream(one.text("payment_processors").orElse("").split(","))
        .map(String::strip)
        .toList();
  }

  @Override
  public RecordFactory factory(ServiceRun run) {
    return new ConfigurationFactory(run, kind());
  }
}
