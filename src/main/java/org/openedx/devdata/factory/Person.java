package org.openedx.devdata.factory;

import java.text.Normalizer;
import java.util.Locale;

/**
 * An invented person, with values as the platform's profile columns hold them. Immutable.
 *
 * @param firstName given name
 * @param lastName family name
 * @param gender {@code f}, {@code m} or {@code o}
 * @param yearOfBirth a year of the common era
 * @param education code of the highest level: {@code p}, {@code m}, {@code b}, {@code a}, {@code
 *     hs}, {@code jhs}, {@code el}, {@code none} or {@code other}
 * @param country ISO 3166-1 alpha-2
 * @param city a city of the country
 * @param language ISO 639-1 code of the mother tongue
 */
record Person(
    String firstName,
    String lastName,
    String gender,
    int yearOfBirth,
    String education,
    String country,
    String city,
    String language) {

  /** Given name and family name, as the profile's {@code name}. */
  public String fullName() {
    return lastName.isEmpty() ? firstName : firstName + " " + lastName;
  }

  /** The name as the beginning of a username: {@code ines_ibanez}; ASCII letters, digits and _. */
  public String handle() {
    String text = fullName().toLowerCase(Locale.ROOT);
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replace("ł", "l")
            .replace("ø", "o")
            .replace("ß", "ss")
            .replace("đ", "d")
            .replace("ı", "i");
    return plain.replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "_");
  }

  Person named(String first, String last) {
    return new Person(first, last, gender, yearOfBirth, education, country, city, language);
  }
}
