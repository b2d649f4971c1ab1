package org.openedx.devdata.service.aspects;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseUrl;
import org.openedx.devdata.jdbc.targets.ConfigurationException;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Shown;

/**
 * Connection to a site's ClickHouse and the names of its databases. Both stand in the address:
 * {@code http://HOST:8123?event_sink=NAME&cluster=NAME}.
 *
 * @param settings how to reach the server
 * @param names what things are called there, as far as the address says
 * @param sourceIsNamed whether the address says which database of statements the reports read
 */
public record AspectsConnection(
    ClickHouseSettings settings, AspectsNames names, boolean sourceIsNamed) {

  private static final List<String> OPTIONS =
      List.of("xapi", "event_sink", "reporting", "openedx", "raw_table", "cluster", "statements");

  /**
   * The connection that a target or the environment describes.
   *
   * @throws ConfigurationException when the address has another form, or names something else
   */
  public static AspectsConnection of(ConnectionSettings connection) {
    ClickHouseUrl url =
        ClickHouseUrl.parse(connection.url())
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        connection.ida() + ": " + ClickHouseUrl.expected(connection.url())));
    Map<String, String> options = new LinkedHashMap<>(url.options());
    Optional<String> source = given(options, "statements");
    AspectsNames names = names(connection.ida(), options);
    return new AspectsConnection(
        ClickHouseSettings.of(
            connection.target(), url.server(), connection.user(), connection.password()),
        source.map(names::withSource).orElse(names),
        source.isPresent());
  }

  /**
   * The names, with the statements where the address says, or else where the site's triggers are.
   */
  public AspectsNames found(ClickHouse server) {
    return sourceIsNamed ? names : AspectsSource.find(server, names).names();
  }

  private static AspectsNames names(String ida, Map<String, String> given) {
    AspectsNames defaults = AspectsNames.DEFAULT;
    AspectsNames names =
        new AspectsNames(
            taken(given, "xapi", defaults.xapi()),
            taken(given, "event_sink", defaults.eventSink()),
            taken(given, "reporting", defaults.reporting()),
            taken(given, "openedx", defaults.openedx()),
            taken(given, "raw_table", defaults.rawTable()),
            given(given, "cluster"));
    for (String unknown : given.keySet()) {
      throw new ConfigurationException(
          "%s: the address names %s, which is none of its options%s"
              .formatted(
                  ida,
                  Shown.quoted(unknown),
                  DidYouMean.hint(unknown, OPTIONS, "; they are " + String.join(", ", OPTIONS))));
    }
    return names;
  }

  private static String taken(Map<String, String> given, String option, String byDefault) {
    return given(given, option).orElse(byDefault);
  }

  private static Optional<String> given(Map<String, String> given, String option) {
    return Optional.ofNullable(given.remove(option)).filter(name -> !name.isEmpty());
  }
}
