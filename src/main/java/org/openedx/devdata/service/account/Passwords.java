package org.openedx.devdata.service.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.factory.PasswordHasher;
import org.openedx.devdata.factory.PasswordHasher.Login;
import org.openedx.devdata.factory.PasswordHasher.SaltPolicy;
import org.openedx.devdata.factory.PasswordHasher.Stored;
import org.openedx.devdata.plan.kind.FactoryContext;
import org.openedx.devdata.plan.row.Comparison;
import org.openedx.devdata.plan.row.Row;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Passwords of the users of a chunk: hashed together, and compared with what the database has by
 * trying them, because Django replaces a hash at log-in. Not thread-safe.
 */
public final class Passwords {

  private static final int LOW_ITERATIONS = 1_000;

  private final PasswordHasher hasher;
  private final String defaultPassword;
  private final Map<String, String> hashes = new HashMap<>();
  private final Map<String, String> passwords = new HashMap<>();
  private final Comparison byTrying = new ByTrying();

  /**
   * @param defaultPassword of accounts whose spec gives none; null for accounts without a usable
   *     password
   */
  public Passwords(FactoryContext context, String defaultPassword) {
    this.defaultPassword = defaultPassword;
    SpecRecord settings = context.spec().settings();
    boolean unique = settings.text(PasswordSettings.SALT).orElse("shared").equals("unique");
    this.hasher =
        new PasswordHasher(
            context.seed(),
            unique ? SaltPolicy.UNIQUE : SaltPolicy.SHARED,
            settings.whole(PasswordSettings.ITERATIONS).map(Long::intValue).orElse(LOW_ITERATIONS));
  }

  /** Hashes the passwords of a chunk's users. */
  public void prepare(List<SpecRecord> chunk) {
    hashes.clear();
    passwords.clear();
    List<Login> logins = new ArrayList<>();
    for (SpecRecord user : chunk) {
      user.text("password")
          .ifPresent(password -> logins.add(new Login(user.requiredText("username"), password)));
    }
    List<String> made = hasher.encodeAll(logins);
    for (int i = 0; i < made.size(); i++) {
      hashes.put(logins.get(i).username(), made.get(i));
      passwords.put(made.get(i), logins.get(i).password());
    }
  }

  /** Sets the account's password as its record says. */
  public void apply(SpecRecord user, Row row) {
    String username = user.requiredText("username");
    Optional<String> readyMade = user.text("password_hash");
    if (readyMade.isPresent() && readyMade.get().startsWith("!")) {
      row.set("password", hasher.unusable(username), (found, wanted) -> isUnusable(found));
    } else if (readyMade.isPresent()) {
      row.set("password", readyMade.get(), UPGRADED);
    } else if (user.has("password")) {
      row.set("password", hashes.get(username), byTrying);
    }
  }

  /** Hash of an account whose spec gives no password. */
  public String defaultHash(String username) {
    return defaultPassword == null
        ? hasher.unusable(username)
        : hasher.encode(new Login(username, defaultPassword));
  }

  /** Tries the spec's passwords on hashes that are not the run's own, all at once. */
  private final class ByTrying implements Comparison {

    private final Map<Pair, Boolean> opened = new HashMap<>();

    @Override
    public void prepare(List<Pair> pairs) {
      opened.clear();
      List<Stored> accounts =
          pairs.stream()
              .map(pair -> new Stored(passwords.get(pair.wanted()), (String) pair.found()))
              .toList();
      List<Optional<Boolean>> matches = hasher.matchAll(accounts);
      for (int i = 0; i < accounts.size(); i++) {
        // A scheme that only Django can compute was put there by Django, at a log-in.
        opened.put(pairs.get(i), matches.get(i).orElse(true));
      }
    }

    @Override
    public boolean agrees(Object found, Object wanted) {
      return opened.getOrDefault(new Pair(found, wanted), false);
    }
  }

  private static boolean isUnusable(Object found) {
    return found instanceof String text && text.startsWith("!");
  }

  /**
   * A ready-made hash cannot be tried. Another one of the same algorithm with more iterations is
   * what Django writes at the first log-in, so it counts as the same password.
   */
  private static final Comparison UPGRADED =
      (found, wanted) -> found.equals(wanted) || iterations(found) > iterations(wanted);

  private static long iterations(Object hash) {
    String[] parts = hash.toString().split("\\$");
    return parts.length == 4 && parts[0].equals("pbkdf2_sha256") && parts[1].matches("\\d{1,9}")
        ? Long.parseLong(parts[1])
        : Long.MIN_VALUE;
  }
}
