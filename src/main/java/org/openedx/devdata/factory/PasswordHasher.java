package org.openedx.devdata.factory;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Hashes the passwords of many accounts: each distinct pair of password and salt once, on all
 * processors, with salts that depend only on the seed and the account. A salt never depends on the
 * password, which would make the password easier to guess than its hash allows. Thread-safe.
 * Remembers the hashes made with the shared salt, one for each distinct password.
 */
public final class PasswordHasher {

  /** As long as Django's own salts; a weaker salt would be replaced at the first log-in. */
  private static final int SALT_LENGTH = 22;

  private static final int UNUSABLE_LENGTH = 40;

  /** Rule that decides which accounts have the same salt. */
  public enum SaltPolicy {
    /** All, so that equal passwords have equal hashes and cost one computation. */
    SHARED,
    /** None, as in a real site; every account costs a computation. */
    UNIQUE
  }

  /** An account's name and its password in the clear. */
  public record Login(String username, String password) {
    /** Without the password. */
    @Override
    public String toString() {
      return "Login[" + username + "]";
    }
  }

  /** A password in the clear and what the database holds for the account. */
  public record Stored(String password, String hash) {
    /** Without the password. */
    @Override
    public String toString() {
      return "Stored[" + PasswordScheme.of(hash).algorithm() + "]";
    }
  }

  private final SaltPolicy policy;
  private final int iterations;
  private final SaltLetters letters;
  private final String sharedSalt;
  private final Map<String, String> sharedHashes = new ConcurrentHashMap<>();

  /**
   * @param seed of the run
   * @param policy which accounts have the same salt
   * @param iterations of PBKDF2, at least 1
   */
  public PasswordHasher(long seed, SaltPolicy policy, int iterations) {
    if (iterations < 1) {
      throw new IllegalArgumentException("iterations must be at least 1, not " + iterations);
    }
    this.policy = policy;
    this.iterations = iterations;
    this.letters = new SaltLetters(seed);
    this.sharedSalt = letters.of("salt", "", SALT_LENGTH);
  }

  /** Hashes one password. */
  public String encode(Login login) {
    return policy == SaltPolicy.SHARED
        ? sharedHashes.computeIfAbsent(login.password(), password -> hash(password, sharedSalt))
        : hash(login.password(), letters.of("salt", login.username(), SALT_LENGTH));
  }

  /** Hashes the passwords of many accounts in parallel; the result has their order. */
  public List<String> encodeAll(List<Login> logins) {
    if (policy == SaltPolicy.UNIQUE) {
      return logins.parallelStream().map(this::encode).toList();
    }
    logins.stream().filter(distinctPasswords()).toList().parallelStream().forEach(this::encode);
    return logins.stream().map(this::encode).toList();
  }

  /**
   * Returns whether each password opens its account, as {@link DjangoPassword#matches}; each
   * distinct pair is computed once, in parallel, and the result has the order of the list.
   */
  public List<Optional<Boolean>> matchAll(List<Stored> accounts) {
    Map<Stored, Optional<Boolean>> known = new ConcurrentHashMap<>();
    accounts.stream().distinct().toList().parallelStream()
        .forEach(account -> known.put(account, matches(account)));
    return accounts.stream().map(known::get).toList();
  }

  private Optional<Boolean> matches(Stored account) {
    String shared = sharedHashes.get(account.password());
    return account.hash().equals(shared)
        ? Optional.of(true)
        : DjangoPassword.matches(account.password(), account.hash());
  }

  /**
   * Returns the stored password of an account that no user can log into: {@code !} and 40 letters
   * and digits, the same in every run.
   */
  public String unusable(String username) {
    return "!" + letters.of("unusable", username, UNUSABLE_LENGTH);
  }

  private String hash(String password, String salt) {
    return DjangoPassword.encode(password, salt, iterations);
  }

  private static Predicate<Login> distinctPasswords() {
    Set<String> seen = new HashSet<>();
    return login -> seen.add(login.password());
  }
}
