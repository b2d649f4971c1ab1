package org.openedx.devdata.factory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.random.RandomStream;

class BelievablePeopleTest {

  private final BelievablePeople people = new BelievablePeople(RandomStream.of(1).derive("people"));

  private final List<Person> crowd =
      IntStream.range(0, 20_000).mapToObj(n -> people.of("robot" + n)).toList();

  @Test
  void samePersonStandsBehindAUsernameInEveryRun() {
    BelievablePeople again = new BelievablePeople(RandomStream.of(1).derive("people"));
    BelievablePeople other = new BelievablePeople(RandomStream.of(2).derive("people"));

    assertThat(again.of("robot7")).isEqualTo(people.of("robot7"));
    assertThat(other.of("robot7")).isNotEqualTo(people.of("robot7"));
  }

  @Test
  void peopleNeverChange() {
    assertThat(people.of("robot7"))
        .isEqualTo(new Person("Mei", "Shen", "f", 1970, "hs", "CN", "Beijing", "zh"));
  }

  @ParameterizedTest
  @CsvSource({
    "jane_doe, Jane, Doe",
    "jane.doe, Jane, Doe",
    "jane-doe42, Jane, Doe",
    "anna_maria_rossi, Anna, Maria Rossi",
    "john_f_baker, John, F Baker",
    "\u00e9lodie_n\u00fa\u00f1ez, \u00c9lodie, N\u00fa\u00f1ez",
  })
  void usernameThatReadsLikeANameIsOne(String username, String first, String last) {
    Person person = people.of(username);

    assertThat(person.firstName()).isEqualTo(first);
    assertThat(person.lastName()).isEqualTo(last);
    assertThat(person.fullName()).isEqualTo(first + " " + last);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"robot7", "jane", "a_b", "user_1", "x", "jane__doe", "_jane_doe", "j4ne_doe"})
  void otherUsernamesGetADrawnName(String username) {
    assertThat(PeopleData.load().origins().values())
        .anyMatch(origin -> origin.culture().family().contains(people.of(username).lastName()));
  }

  @Test
  void nameAndCountryGoTogether() {
    assertThat(crowd.stream().filter(person -> person.country().equals("JP")))
        .isNotEmpty()
        .allMatch(person -> person.language().equals("ja"))
        .allMatch(
            person ->
                Set.of("Tokyo", "Osaka", "Nagoya", "Sapporo", "Fukuoka").contains(person.city()));
  }

  @Test
  void bothSexesAreAboutAsFrequentAndOthersExist() {
    Map<String, Long> counts = shares(Person::gender);

    assertThat(counts.keySet()).containsExactlyInAnyOrder("f", "m", "o");
    assertThat(counts.get("f")).isBetween(9_400L, 10_200L);
    assertThat(counts.get("o")).isBetween(300L, 500L);
  }

  @Test
  void yearsOfBirthAreThoseOfLearners() {
    int[] years = crowd.stream().mapToInt(Person::yearOfBirth).sorted().toArray();

    assertThat(years[0]).isGreaterThanOrEqualTo(1950);
    assertThat(years[years.length - 1]).isLessThanOrEqualTo(2007);
    assertThat(years[years.length / 2]).isBetween(1987, 1996);
  }

  @Test
  void nobodyYoungHasADoctorate() {
    assertThat(crowd.stream().filter(person -> person.yearOfBirth() >= 2003))
        .isNotEmpty()
        .noneMatch(person -> Set.of("p", "m").contains(person.education()));
  }

  @Test
  void educationsAreCodesOfThePlatform() {
    assertThat(shares(Person::education).keySet())
        .containsExactlyInAnyOrder("p", "m", "b", "a", "hs", "jhs", "el", "none", "other");
  }

  @Test
  void namesAreManifold() {
    assertThat(crowd.stream().map(Person::fullName).distinct()).hasSizeGreaterThan(5_000);
  }

  @ParameterizedTest
  @CsvSource({
    "In\u00e9s, Ib\u00e1\u00f1ez, ines_ibanez",
    "\u0141ukasz, Jab\u0142o\u0144ski, lukasz_jablonski",
    "Bj\u00f8rn, J\u00f8rgensen, bjorn_jorgensen",
    "J\u00fcrgen, Wei\u00df, jurgen_weiss",
    "Ahmed, El-Sayed, ahmed_el_sayed",
    "H\u1ed3ng, \u0110\u1eb7ng, hong_dang",
    "Gül\u015fen, Y\u0131ld\u0131z, gulsen_yildiz",
    "Barış, \u0130yi, baris_iyi",
  })
  void handleIsPlainAscii(String first, String last, String handle) {
    assertThat(new Person(first, last, "f", 1990, "b", "US", "", "en").handle()).isEqualTo(handle);
  }

  @Test
  void numbersMakePeopleToo() {
    assertThat(people.of(5)).isEqualTo(people.of(5)).isNotEqualTo(people.of(6));
  }

  private Map<String, Long> shares(Function<Person, String> value) {
    return crowd.stream().collect(Collectors.groupingBy(value, Collectors.counting()));
  }
}
