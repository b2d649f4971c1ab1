package org.openedx.devdata.service.lms;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Full names for accounts whose spec gives none. Stateless. */
final class DisplayName {

  private DisplayName() {}

  /** {@code jane_doe} is read as Jane Doe; a profile without name breaks pages of the LMS. */
  static String of(String username) {
    String name =
        Arrays.stream(username.split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .map(DisplayName::capitalised)
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? username : name;
  }

  private static String capitalised(String word) {
    int first = word.offsetByCodePoints(0, 1);
    return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
  }
}
