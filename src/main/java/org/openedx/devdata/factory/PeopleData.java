package org.openedx.devdata.factory;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.openedx.devdata.random.Weighted;

/**
 * The names, countries and cities of {@code people.properties}. Immutable.
 *
 * @param origins cultures and their countries, by weight
 * @param cities by country
 */
record PeopleData(Weighted<Origin> origins, Map<String, List<String>> cities) {

  /** Origin of a person: people of one culture live in several countries. */
  record Origin(Culture culture, String country) {}

  static PeopleData load() {
    Properties file = read();
    Map<Origin, Double> origins = new LinkedHashMap<>();
    Map<String, List<String>> cities = new LinkedHashMap<>();
    for (String name : list(file, "cultures")) {
      Culture culture =
          new Culture(
              text(file, name + ".language"),
              list(file, name + ".female"),
              list(file, name + ".male"),
              list(file, name + ".family"));
      for (String weighted : text(file, name + ".countries").split(" ", -1)) {
        String[] parts = weighted.split(":", 2);
        origins.put(new Origin(culture, parts[0]), Double.valueOf(parts[1]));
        cities.computeIfAbsent(parts[0], country -> list(file, "cities." + country));
      }
    }
    return new PeopleData(Weighted.of(origins), Map.copyOf(cities));
  }

  private static Properties read() {
    Properties file = new Properties();
    try (InputStream in = PeopleData.class.getResourceAsStream("people.properties")) {
      file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read people.properties from the program's archive", e);
    }
  }

  private static String text(Properties file, String key) {
    String text = file.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("people.properties has no " + key);
    }
    return text;
  }

  private static List<String> list(Properties file, String key) {
    return Arrays.stream(text(file, key).split(",", -1)).map(String::strip).toList();
  }
}
