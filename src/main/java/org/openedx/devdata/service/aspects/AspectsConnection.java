package org.openedx.devdata.service.aspects;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseUrl;
import org.openedx.devdata.jdbc.targets.ConfigurationException;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Shown;

/**
 * How a site's ClickHouse is reached and what the site has named its databases. Both stand in the
 * address: {@code http://HOST:8123?event_sink=NAME&cluster=NAME}.
 *
 * @param settings how to reach the server
 * @param names what things are called there
 */
public record AspectsConnection(ClickHouseSettings settings, AspectsNames names) {

  private static final List<String> OPTIONS =
      List.of("xapi", "event_sink", "reporting", "openedx", "raw_table", "cluster");

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
    return new AspectsConnection(
        ClickHouseSettings.of(
            connection.target(), url.server(), connection.user(), connection.password()),
        names(connection.ida(), new LinkedHashMap<>(url.options())));
  }

  private static AspectsNames names(String ida, Map<String, String> given) {
    AspectsNames usual = AspectsNames.USUAL;
    AspectsNames names =
        new AspectsNames(
            taken(given, "xapi", usual.xapi()),
            taken(given, "event_sink", usual.eventSink()),
            taken(given, "reporting", usual.reporting()),
            taken(given, "openedx", usual.openedx()),
            taken(given, "raw_table", usual.rawTable()),
            Optional.ofNullable(given.remove("cluster")).filter(name -> !name.isEmpty()));
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

  private static String taken(Map<String, String> given, String option, String usual) {
    String name = given.remove(option);
    return name == null || name.isEmpty() ? usual : name;
  }
}
