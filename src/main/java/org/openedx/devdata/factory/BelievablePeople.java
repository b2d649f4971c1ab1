package org.openedx.devdata.factory;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openedx.devdata.random.Beta;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.random.Weighted;

/**
 * Invented people for accounts: the same username and seed always give the same person, whatever
 * else is made. Years of birth do not depend on the clock, so that loading again next year changes
 * nothing. Immutable; safe to share between threads.
 */
final class BelievablePeople {

  private static final Pattern NAME_LIKE =
      Pattern.compile("\\p{L}{2,}(?:[._-]\\p{L}{1,})*[._-]\\p{L}{2,}\\d{0,4}");

  private static final int FIRST_YEAR = 1950;
  private static final int LAST_YEAR = 2007;

  /** Year of birth after which a person has hardly finished a university. */
  private static final int YOUNG = 2003;

  /** Most learners are in their twenties and thirties, with a tail of older ones. */
  private static final Beta AGES = new Beta(4, 1.8);

  private final RandomStream stream;
  private final PeopleData data;
  private final Weighted<String> genders;
  private final Weighted<String> educations;
  private final Weighted<String> educationsOfTheYoung;

  /**
   * @param stream a stream of its own, such as {@code RandomStream.of(seed).derive("people")}
   */
  public BelievablePeople(RandomStream stream) {
    this.stream = stream;
    this.data = PeopleData.load();
    this.genders = weighted("f", 49, "m", 49, "o", 2);
    this.educations =
        weighted("p", 4, "m", 25, "b", 39, "a", 8, "hs", 18, "jhs", 2, "none", 1, "other", 3);
    this.educationsOfTheYoung = weighted("b", 14, "a", 9, "hs", 62, "jhs", 10, "el", 2, "other", 3);
  }

  /**
   * The person behind a username; called {@code Jane Doe} when the username is {@code jane_doe}.
   */
  public Person of(String username) {
    return of(username, 0);
  }

  /**
   * Another person behind the same username, should one not do; still called as the username says.
   *
   * @param attempt 0 for the first one
   */
  public Person of(String username, int attempt) {
    Person drawn = drawn(stream.at(attempt == 0 ? username : username + "\0" + attempt));
    return wordsOf(username)
        .map(
            words ->
                drawn.named(words.get(0), words.stream().skip(1).collect(Collectors.joining(" "))))
        .orElse(drawn);
  }

  /** The person with a number, for populations that have no usernames yet. */
  public Person of(long ordinal) {
    return drawn(stream.at(ordinal));
  }

  private Person drawn(long key) {
    PeopleData.Origin origin = data.origins().pick(Draw.of(key, 0));
    Culture culture = origin.culture();
    String gender = genders.pick(Draw.of(key, 1));
    boolean female =
        gender.equals("f") || (gender.equals("o") && Draw.chance(Draw.of(key, 2), 0.5));
    int year = FIRST_YEAR + (int) (AGES.at(Draw.of(key, 3)) * (LAST_YEAR - FIRST_YEAR + 1));
    Weighted<String> levels = year < YOUNG ? educations : educationsOfTheYoung;
    return new Person(
        one(female ? culture.female() : culture.male(), Draw.of(key, 4)),
        one(culture.family(), Draw.of(key, 5)),
        gender,
        year,
        levels.pick(Draw.of(key, 6)),
        origin.country(),
        one(data.cities().get(origin.country()), Draw.of(key, 7)),
        culture.language());
  }

  /** The words of a username that reads like a name, capitalised; empty for others. */
  private static Optional<List<String>> wordsOf(String username) {
    if (!NAME_LIKE.matcher(username).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(username.replaceAll("\\d+$", "").split("[._-]"))
            .map(BelievablePeople::capitalised)
            .toList());
  }

  private static String capitalised(String word) {
    int first = word.offsetByCodePoints(0, 1);
    return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
  }

  private static <T> T one(List<T> values, long bits) {
    return values.get(Draw.below(bits, values.size()));
  }

  private static Weighted<String> weighted(Object... pairs) {
    Map<String, Integer> weights = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      weights.put((String) pairs[i], (Integer) pairs[i + 1]);
    }
    return Weighted.of(weights);
  }
}
