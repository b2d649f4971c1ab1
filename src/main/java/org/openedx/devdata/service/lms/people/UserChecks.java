package org.openedx.devdata.service.lms.people;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openedx.devdata.factory.PersonDefaults;
import org.openedx.devdata.plan.kind.NamedRecords;
import org.openedx.devdata.plan.kind.ReferenceRule;
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
    List<SpecRecord> users = spec.of("users");
    users.forEach(user -> checkUser(user, problems));
    List<SpecRecord> likeAddresses =
        users.stream().filter(user -> name(user).contains("@")).toList();
    if (!likeAddresses.isEmpty()) {
      Map<String, SpecRecord> emails = byEmail(users);
      likeAddresses.forEach(user -> checkLogIn(user, emails, problems));
    }
    if (UserKind.createsMissing(spec)) {
      checkMade(spec, home, problems);
    }
  }

  private static String name(SpecRecord user) {
    return user.text("username").orElse("");
  }

  private static Map<String, SpecRecord> byEmail(List<SpecRecord> users) {
    Map<String, SpecRecord> emails = new HashMap<>();
    for (SpecRecord user : users) {
      String email = user.text("email").orElseGet(() -> PersonDefaults.email(name(user)));
      emails.putIfAbsent(Collation.fold(email), user);
    }
    return emails;
  }

  private static void checkUser(SpecRecord user, Problems problems) {
    AccountChecks.check(user, problems);
    ProfileChecks.check(user, problems);
    String name = name(user);
    if (name.startsWith(RETIRED_PREFIX)) {
      problems.add(
          user.positionOf("username"),
          "username "
              + Shown.quoted(name)
              + " looks like a retired account, which the LMS refuses; choose another");
    }
  }

  /** The LMS takes name or e-mail at a log-in, and fails where the two mean two users. */
  private static void checkLogIn(
      SpecRecord user, Map<String, SpecRecord> emails, Problems problems) {
    String name = name(user);
    SpecRecord other = emails.get(Collation.fold(name));
    if (other != null && !other.equals(user)) {
      problems.add(
          user.positionOf("username"),
          "username %s is the e-mail address of the user at line %d, so that neither can log in; choose another"
              .formatted(Shown.quoted(name), other.position().line()));
    }
  }

  /** Names of users who are made because records name them. */
  private static void checkMade(ServiceSpec spec, ReferenceRule.Home home, Problems problems) {
    Set<String> known = new HashSet<>();
    spec.of("users").forEach(user -> known.add(Collation.fold(name(user))));
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
