package org.openedx.devdata.service.ecommerce.shop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.factory.ColumnFields;
import org.openedx.devdata.factory.PersonDefaults;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.plan.kind.ColumnMapping;
import org.openedx.devdata.plan.kind.DescribedKind;
import org.openedx.devdata.plan.kind.Inverse;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.service.account.AccountChecks;
import org.openedx.devdata.service.account.PasswordFields;
import org.openedx.devdata.service.account.PasswordSettings;
import org.openedx.devdata.service.account.Passwords;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;

/** {@code users}: the service's own accounts; without a password unless the spec gives one. */
public final class UserKind extends DescribedKind {

  private static final String NAME = "users";
  private static final String TABLE = "ecommerce_user";

  public UserKind(TableSet tables) {
    super(
        new Kind(
            NAME,
            List.of(),
            "The service's own accounts. People sign on through the LMS, so that they need no"
                + " password here.",
            ColumnFields.after(fields(), ColumnFields.of(tables.get(TABLE), Map.of())),
            List.of("username")),
        tables,
        TABLE);
  }

  private static List<Field> fields() {
    return List.of(
        Field.of("username", new FieldType.Text(150), "As in the LMS.").asRequired(),
        Field.of("email", new FieldType.Text(254), "E-mail address.")
            .withDefault("`username@example.com`, of a name that fits no address a similar one"),
        PasswordFields.password().withDefault("none: sign-on goes through the LMS"),
        PasswordFields.hash(),
        Field.of("full_name", new FieldType.Text(255), "Full name.")
            .asNullable()
            .withDefault("the invented one that the LMS has for the username"),
        Field.of(
                "lms_user_id",
                new FieldType.Whole(1, Integer.MAX_VALUE),
                "Id of the account in the LMS; orders are only fulfilled with it.")
            .asNullable());
  }

  @Override
  public List<Field> settings() {
    return List.of(PasswordSettings.iterationsField(), PasswordSettings.saltField());
  }

  @Override
  public void check(ServiceSpec spec, Problems problems) {
    spec.of(NAME).forEach(user -> AccountChecks.check(user, problems));
  }

  @Override
  public Optional<Inverse> inverse() {
    return Optional.of(
        PasswordFields.inverse(Inverse.of(kind()).from(table(), PasswordFields.COLUMN), table()));
  }

  @Override
  public RecordFactory factory(ServiceRun run) {
    return new Factory(run);
  }

  /** Accounts without a password, unless the spec gives one. */
  private final class Factory implements RecordFactory {

    private final ServiceRun run;
    private final Passwords passwords;
    private final PersonDefaults defaults;
    private final ColumnMapping columns;

    Factory(ServiceRun run) {
      this.run = run;
      this.passwords = new Passwords(run.context(), null);
      this.defaults = new PersonDefaults(run.context().seed());
      this.columns = ColumnMapping.of(kind(), table(), Set.of("password"));
    }

    @Override
    public void prepare(List<SpecRecord> chunk) {
      passwords.prepare(chunk);
    }

    @Override
    public void build(SpecRecord record, RowBatch batch) {
      String username = record.requiredText("username");
      Row row = batch.declare(table(), record);
      columns.copy(record, row, run.now());
      passwords.apply(record, row);
      row.fillBy("email", () -> PersonDefaults.email(username));
      row.fill("password", passwords.defaultHash(username));
      row.makeUp(
          List.of("full_name"),
          attempt -> Map.of("full_name", defaults.profile(username, attempt).get("name")));
    }
  }
}
