package org.openedx.devdata.service.ecommerce;

import java.util.List;
import java.util.Map;
import org.openedx.devdata.factory.ColumnFields;
import org.openedx.devdata.plan.CommonSettings;
import org.openedx.devdata.service.account.PasswordSettings;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.ServiceDescriptor;

/** What an e-commerce spec may say. Immutable. */
final class EcommerceKinds {

  static final int SHORT_CODE_LENGTH = 8;

  private static final FieldType.Text CODE = new FieldType.Text(128);
  private static final FieldType.Text DOMAIN = new FieldType.Text(100);
  private static final FieldType.Text SECRET = new FieldType.Text(255);
  private static final FieldType URL = new FieldType.Text(200);

  final Kind flags;
  final Kind sites;
  final Kind partners;
  final Kind siteConfigurations;
  final Kind users;
  final Kind seats;
  final Kind courses;

  EcommerceKinds(EcommerceTables tables) {
    flags =
        new Kind(
            "flags",
            List.of("waffle_flags"),
            "Feature flags (waffle). The service caches them for a while.",
            ColumnFields.after(
                List.of(
                    Field.of("name", new FieldType.Text(100), "Name of the flag.").asRequired()),
                ColumnFields.of(tables.flags, Map.of())),
            List.of("name"));
    sites =
        new Kind(
            "sites",
            List.of(),
            "Sites by domain.",
            ColumnFields.after(
                List.of(
                    Field.of("domain", DOMAIN, "Host, with its port where it is not 80 or 443.")
                        .asRequired(),
                    Field.of("name", new FieldType.Text(50), "What people read.")
                        .withDefault("the domain")),
                ColumnFields.of(tables.sites, Map.of())),
            List.of("domain"));
    partners =
        ColumnFields.withUnique(
            new Kind(
                "partners",
                List.of(),
                "Sellers. Other records name them by `code`, `short_code` or `name`.",
                ColumnFields.after(
                    partnerFields(),
                    ColumnFields.of(tables.partners, Map.of("default_site_id", "default_site"))),
                List.of("code")),
            tables.partners);
    siteConfigurations =
        new Kind(
            "site_configurations",
            List.of(),
            "What a site sells for whom: its LMS, payment processors and OAuth clients.",
            ColumnFields.after(
                configurationFields(),
                ColumnFields.of(
                    tables.configurations, Map.of("partner_id", "partner", "site_id", "site"))),
            List.of("site"));
    users =
        new Kind(
            "users",
            List.of(),
            "The service's own accounts. People sign on through the LMS, so that they need no"
                + " password here.",
            ColumnFields.after(userFields(), ColumnFields.of(tables.users, Map.of())),
            List.of("username"));
    seats = CourseKinds.seats(tables);
    courses = CourseKinds.courses(tables, seats);
  }

  ServiceDescriptor descriptor() {
    return new ServiceDescriptor(
        "ecommerce",
        "The e-commerce service (deprecated): sites, partners, courses with seats.",
        List.of(
            PasswordSettings.iterationsField(),
            PasswordSettings.saltField(),
            CommonSettings.COLUMN_DEFAULTS),
        List.of(flags, sites, partners, siteConfigurations, users, courses));
  }

  static Field site(String name) {
    return Field.of(name, DOMAIN, "The site, by its domain.").naming("sites", "domain");
  }

  static Field partner() {
    return Field.of("partner", CODE, "The partner, by its code, short code or name.")
        .naming("partners", "code", "short_code", "name")
        .asRequired();
  }

  private static List<Field> partnerFields() {
    return List.of(
        Field.of("code", CODE, "What Oscar knows the partner by.").asRequired(),
        Field.of(
                "short_code",
                new FieldType.Text(SHORT_CODE_LENGTH),
                "What order numbers begin with.")
            .withDefault("the code"),
        Field.of("name", CODE, "What people read.").withDefault("the code"),
        site("default_site").withAliases("site").asNullable());
  }

  private static List<Field> configurationFields() {
    return List.of(
        site("site").asRequired(),
        partner(),
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

  private static List<Field> userFields() {
    return List.of(
        Field.of("username", new FieldType.Text(150), "As in the LMS.").asRequired(),
        Field.of("email", new FieldType.Text(254), "E-mail address.")
            .withDefault("`username@example.com`, of a name that fits no address a similar one"),
        Field.of(
                "password",
                new FieldType.Text(1_000),
                "Password in the clear; stored as Django's hash.")
            .withDefault("none: sign-on goes through the LMS"),
        Field.of(
            "password_hash",
            new FieldType.Text(128),
            "Ready-made Django password hash, or `!` for an account that nobody can log into."),
        Field.of("full_name", new FieldType.Text(255), "Full name.")
            .asNullable()
            .withDefault("the invented one that the LMS has for the username"),
        Field.of(
                "lms_user_id",
                new FieldType.Whole(1, Integer.MAX_VALUE),
                "Id of the account in the LMS; orders are only fulfilled with it.")
            .asNullable());
  }
}
