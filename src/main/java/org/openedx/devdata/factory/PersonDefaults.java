package org.openedx.devdata.factory;

import java.util.List;
import java.util.Map;
import org.openedx.devdata.random.RandomStream;

/**
 * Values that an account gets where its spec says nothing, the same in every service. Immutable.
 */
public final class PersonDefaults {

  /** In the clear; of accounts that can be logged into. */
  public static final String PASSWORD = "Password1234";

  /** The LMS's columns of a profile. */
  public static final List<String> PROFILE =
      List.of("name", "gender", "year_of_birth", "level_of_education", "country", "city");

  private final BelievablePeople people;

  /**
   * @param seed of the run
   */
  public PersonDefaults(long seed) {
    this.people = new BelievablePeople(RandomStream.of(seed).derive("lms").derive("people"));
  }

  /** The e-mail address; of two usernames never the same. */
  public static String email(String username) {
    return DefaultEmail.of(username);
  }

  /** The profile, by {@link #PROFILE}. */
  public Map<String, Object> profile(String username) {
    return profile(username, 0);
  }

  /**
   * Another profile for the same username, should one not do.
   *
   * @param attempt 0 for the first one
   */
  public Map<String, Object> profile(String username, int attempt) {
    Person person = people.of(username, attempt);
    return Map.of(
        "name", person.fullName(),
        "gender", person.gender(),
        "year_of_birth", (long) person.yearOfBirth(),
        "level_of_education", person.education(),
        "country", person.country(),
        "city", person.city());
  }
}
