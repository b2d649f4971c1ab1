package org.openedx.devdata.service.lms.identity;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.kind.ServiceRun;
import org.openedx.devdata.service.lms.people.UserRows;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Users who are verified: a verification of any of the four kinds is approved and not expired.
 * Looked up for all users of a chunk at once. Not thread-safe.
 */
public final class ApprovedVerifications {

  private final ServiceRun run;
  private final Set<String> verified = new HashSet<>();

  public ApprovedVerifications(ServiceRun run) {
    this.run = run;
    // What this very run declares counts even while it is only planned.
    for (SpecRecord record : run.spec().of(VerificationKind.NAME)) {
      boolean approved = record.text("status").orElse("approved").equals("approved");
      boolean current =
          record
              .time("expiration_date")
              .map(expiry -> expiry.at(run.now()).isAfter(run.now()))
              .orElse(true);
      if (approved && current) {
        verified.add(Collation.fold(record.requiredText("username")));
      }
    }
  }

  /** Looks the users up in the database. */
  public void prepare(Collection<String> usernames) {
    Map<Object, String> nameById = UserRows.of(run).found(usernames);
    for (Table table : VerificationKind.tables(run.context().tables())) {
      add(table, "created_at", "expiration_date", nameById);
    }
    add(run.table("verify_student_verificationattempt"), "", "expiration_datetime", nameById);
  }

  /**
   * @param created column from which a missing expiry is counted; empty when it means never
   */
  private void add(Table table, String created, String expires, Map<Object, String> nameById) {
    List<String> read =
        List.of("user_id", "status", expires, created.isEmpty() ? expires : created);
    for (Object[] row : run.lookups().find(table, read, "user_id", nameById.keySet())) {
      LocalDateTime expiry = (LocalDateTime) row[2];
      if (expiry == null && !created.isEmpty()) {
        expiry = ((LocalDateTime) row[3]).plusDays(VerificationKind.days(run.spec()));
      }
      if ("approved".equals(row[1]) && (expiry == null || expiry.isAfter(run.nowUtc()))) {
        verified.add(nameById.get(row[0]));
      }
    }
  }

  public boolean has(String username) {
    return verified.contains(Collation.fold(username));
  }

  /** Notes that the run gives the user a verification. */
  public void add(String username) {
    verified.add(Collation.fold(username));
  }
}
