package org.openedx.devdata.keep.export;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The records that an export is asked for.
 *
 * @param users pattern of usernames, with {@code *} and {@code ?}; empty for all
 * @param course key of the only course run; empty for all
 * @param kinds names of the only kinds; empty for all
 * @param passwords whether hashes of passwords are written
 * @param secrets whether other secrets are
 * @param times whether times are written that a load would otherwise set to its clock
 */
public record Selection(
    Optional<String> users,
    Optional<String> course,
    Set<String> kinds,
    boolean passwords,
    boolean secrets,
    boolean times) {

  public Selection {
    kinds = Set.copyOf(kinds);
  }

  /** Returns whether all rows are asked for. */
  boolean isAll() {
    return users.isEmpty() && course.isEmpty() && kinds.isEmpty();
  }

  /** Returns whether a user is asked for. */
  boolean takesUser(String username) {
    return users
        .map(
            pattern ->
                Pattern.compile(
                        ("\\Q" + pattern + "\\E").replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
                    .matcher(username.toLowerCase(Locale.ROOT))
                    .matches())
        .orElse(true);
  }
}
