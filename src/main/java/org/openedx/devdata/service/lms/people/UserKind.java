package org.openedx.devdata.service.lms.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.factory.ColumnFields;
import org.openedx.devdata.factory.PersonDefaults;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.kind.DescribedKind;
import org.openedx.devdata.plan.kind.Inverse;
import org.openedx.devdata.plan.kind.NamesOfLists;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.ReferenceRule;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.service.account.PasswordFields;
import org.openedx.devdata.service.account.PasswordSettings;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;

/** {@code users}: account, profile, open registration, group memberships. */
public final class UserKind extends DescribedKind {

  static final String NAME = "users";

  private static final String CREATE_MISSING = "create_missing";

  private static final FieldType.Text USERNAME = new FieldType.Text(150);

  private static final String USERS = "auth_user";
  private static final String PROFILES = "auth_userprofile";
  private static final String MEMBERSHIPS = "auth_user_groups";

  private final ReferenceRule.Home home;

  public UserKind(TableSet tables) {
    super(described(tables), tables, USERS, PROFILES, "auth_registration", MEMBERSHIPS);
    this.home = new ReferenceRule.Home(NAME, "user", table()).unless(CREATE_MISSING);
  }

  private static Kind described(TableSet tables) {
    Table users = tables.get(USERS);
    Table profiles = tables.get(PROFILES);
    return ColumnFields.withUnique(
        new Kind(
            NAME,
            List.of(),
            "Accounts with their profile. Found again by `username`.",
            ColumnFields.after(
                fields(), ColumnFields.of(users, Map.of()), ColumnFields.of(profiles, Map.of())),
            List.of("username")),
        users,
        profiles);
  }

  /** The field with which a record of another kind names a user. */
  public static Field username() {
    return Field.of("username", USERNAME, "The user, by name.")
        .naming(NAME, "username")
        .asRequired();
  }

  /** A field that names a list of users, none of them twice. */
  public static Field usernames(String name, String summary) {
    return Field.of(name, new FieldType.ListOf(USERNAME, true), summary).naming(NAME, "username");
  }

  static boolean createsMissing(ServiceSpec spec) {
    return spec.settings().bool(CREATE_MISSING).orElse(false);
  }

  private static List<Field> fields() {
    return List.of(
        Field.of("username", USERNAME, "Log-in name; unique without regard to case.").asRequired(),
        Field.of("email", new FieldType.Text(254), "E-mail address; unique.")
            .withDefault("`username@example.com`, of a name that fits no address a similar one"),
        PasswordFields.password().withDefault("`" + PersonDefaults.PASSWORD + "`"),
        PasswordFields.hash(),
        Field.of("name", new FieldType.Text(255), "Full name, in the profile.")
            .withDefault("an invented one; `Jane Doe` for `jane_doe`"),
        Field.of(
            "groups",
            new FieldType.ListOf(GroupKind.NAME, true),
            "Django groups; made when missing."),
        Field.of(
                "meta",
                new FieldType.Text(65_535),
                "JSON text of the profile; the LMS keeps odds and ends in it.")
            .withDefault("empty"),
        Field.forbidden("user_id", "keys of the database are not written in specs; leave it out"));
  }

  @Override
  public List<Field> settings() {
    return List.of(
        Field.of(
                CREATE_MISSING,
                new FieldType.Bool(),
                "Make users that records name and that exist neither in the specs nor in the"
                    + " database, with factory defaults, instead of refusing the spec.")
            .withDefault("false"),
        PasswordSettings.iterationsField(),
        PasswordSettings.saltField());
  }

  @Override
  public Optional<ReferenceRule.Home> home() {
    return Optional.of(home);
  }

  @Override
  public Optional<String> defaultOf(SpecRecord user, String field) {
    return field.equals("email")
        ? user.text("username").map(PersonDefaults::email)
        : Optional.empty();
  }

  @Override
  public void check(ServiceSpec spec, Problems problems) {
    UserChecks.check(spec, home, problems);
    JsonTexts.checkObjects(spec.of(NAME), "meta", problems);
  }

  @Override
  public Optional<Inverse> inverse() {
    return Optional.of(
        PasswordFields.inverse(Inverse.of(kind()).from(table(), PasswordFields.COLUMN), table())
            .columns(table(PROFILES))
            .with(
                new NamesOfLists(
                    "groups", table(MEMBERSHIPS), "user_id", "group_id", table("auth_group"))));
  }

  @Override
  public RecordFactory factory(ServiceRun run) {
    return new UserFactory(run, kind());
  }
}
