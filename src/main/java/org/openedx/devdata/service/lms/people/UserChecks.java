package org.openedx.devdata.service.lms.people;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.factory.PersonDefaults;
import org.openedx.devdata.plan.NamedRecords;
import org.openedx.devdata.plan.ReferenceRule;
import org.openedx.devdata.service.account.AccountChecks;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;

/** Checks of {@code users}, alone and together. Stateless. */
final class UserChecks {

  private static final String RETIRED_PREFIX = "retired__user_";

  private UserChecks() {}

  static void check(ServiceSpec spec, ReferenceRule.Home home, Problems problems) {
    Map<String, SpecRecord> emails = new HashMap<>();
    Set<String> described = new HashSet<>();
    for (SpecRecord user : spec.of("users")) {
      checkUser(user, emails, problems);
      user.text("username").ifPresent(name -> described.add(Collation.fold(name)));
    }
    spec.of("users").forEach(user -> checkLogIn(user, emails, problems));
    if (UserKind.createsMissing(spec)) {
      checkMade(spec, home, described, problems);
    }
  }

  private static void checkUser(
      SpecRecord user, Map<String, SpecRecord> emails, Problems problems) {
    AccountChecks.check(user, problems);
    ProfileChecks.check(user, problems);
    String name = user.text("username").orElse("");
    if (name.startsWith(RETIRED_PREFIX)) {
      problems.add(
          user.positionOf("username"),
          "username "
              + Shown.quoted(name)
              + " looks like a retired account, which the LMS refuses; choose another");
    }
    emails.putIfAbsent(
        Collation.fold(user.text("email").orElseGet(() -> PersonDefaults.email(name))), user);
  }

  /** The LMS takes name or e-mail at a log-in, and fails where the two mean two users. */
  private static void checkLogIn(
      SpecRecord user, Map<String, SpecRecord> emails, Problems problems) {
    String name = user.text("username").orElse("");
    SpecRecord other = name.contains("@") ? emails.get(Collation.fold(name)) : null;
    if (other != null && other != user) {
      problems.add(
          user.positionOf("username"),
          "username %s is the e-mail address of the user at line %d, so that neither can log in; choose another"
              .formatted(Shown.quoted(name), other.position().line()));
    }
  }

  /** Names of users who are made because records name them. */
  private static void checkMade(
      ServiceSpec spec, ReferenceRule.Home home, Set<String> described, Problems problems) {
    Set<String> known = new HashSet<>(described);
    NamedRecords named = new NamedRecords();
    for (ReferenceRule rule : ReferenceRule.to(home, spec.descriptor().kinds())) {
      named.each(
          rule,
          spec,
          (name, position) -> {
            if (known.add(Collation.fold(name))) {
              AccountChecks.checkName(name, position.get(), problems);
            }
          });
    }
  }
}
