package org.openedx.devdata.factory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeopleDataTest {

  private static final PeopleData DATA = PeopleData.load();

  @Test
  void thereAreEnoughNames() {
    assertThat(given().distinct()).hasSizeGreaterThan(300);
    assertThat(all(Culture::family).distinct()).hasSizeGreaterThan(250);
    assertThat(cultures()).hasSizeGreaterThan(15);
  }

  @Test
  void noListHasDuplicatesOrBlanks() {
    for (Culture culture : cultures()) {
      for (List<String> names : List.of(culture.female(), culture.male(), culture.family())) {
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("\\S+"));
      }
    }
    for (List<String> cities : DATA.cities().values()) {
      assertThat(cities).doesNotHaveDuplicates().noneMatch(String::isEmpty);
    }
  }

  @Test
  void namesFitTheColumnsOfAccounts() {
    // first_name has 150 characters, and an older server may hold it in three-byte UTF-8.
    assertThat(Stream.concat(given(), all(Culture::family)))
        .allMatch(name -> name.length() <= 30)
        .allMatch(name -> name.chars().noneMatch(c -> Character.isSurrogate((char) c)));
  }

  @Test
  void countriesAndLanguagesAreIsoCodes() {
    assertThat(DATA.cities().keySet()).isSubsetOf(List.of(Locale.getISOCountries()));
    assertThat(cultures().stream().map(Culture::language))
        .isSubsetOf(List.of(Locale.getISOLanguages()));
  }

  @Test
  void everyCountryHasCities() {
    for (PeopleData.Origin origin : DATA.origins().values()) {
      assertThat(DATA.cities().get(origin.country())).isNotEmpty();
    }
    assertThat(DATA.cities()).isInstanceOf(Map.class).hasSizeGreaterThan(40);
  }

  @Test
  void everyNameMakesAHandle() {
    assertThat(
            Stream.concat(given(), all(Culture::family))
                .map(name -> new Person(name, "", "f", 1990, "b", "US", "", "en").handle()))
        .allMatch(handle -> handle.matches("[a-z0-9]+(_[a-z0-9]+)?"));
  }

  private static List<Culture> cultures() {
    return DATA.origins().values().stream().map(PeopleData.Origin::culture).distinct().toList();
  }

  private static Stream<String> given() {
    return Stream.concat(all(Culture::female), all(Culture::male));
  }

  private static Stream<String> all(Function<Culture, List<String>> names) {
    return cultures().stream().flatMap(culture -> names.apply(culture).stream());
  }
}
