package org.openedx.devdata.generate.config;

import java.util.List;
import java.util.Optional;
import org.openedx.devdata.spec.Shown;

/** Reads what servers there are: ClickHouse, and an object store. Immutable. */
record ServersReader(ConfigReading reading) {

  GenerationConfig.Database database() {
    ConfigValues values = reading.values();
    int port = values.number("db_port");
    String digits = Integer.toString(port);
    String host = values.textOrDefault("db_host");
    if (!host.matches("[A-Za-z0-9_.:\\[\\]-]{1,253}")) {
      reading.problem(
          "db_host",
          "db_host is %s; write a host name, without a scheme".formatted(Shown.quoted(host)));
    }
    return new GenerationConfig.Database(
        host,
        port,
        values.flag("db_secure", digits.endsWith("443") || digits.endsWith("440")),
        values.textOrDefault("db_username"),
        values.secret("db_password", "XAPI_DB_LOAD_CLICKHOUSE_PASSWORD").orElse(""),
        name("db_name"),
        name("db_event_sink_name").orElseGet(() -> values.byDefault("db_event_sink_name")),
        name("event_raw_table_name").orElseGet(() -> values.byDefault("event_raw_table_name")));
  }

  private Optional<String> name(String key) {
    Optional<String> name = reading.values().text(key);
    if (name.filter(String::isEmpty).isPresent()) {
      reading.problem(key, key + " is empty; give a name, or leave the key out");
    }
    return name;
  }

  GenerationConfig.ObjectStore store() {
    ConfigValues values = reading.values();
    for (String key : List.of("s3_source_location", "s3_endpoint")) {
      reading.url(key);
    }
    Optional<String> bucket = values.text("s3_bucket");
    bucket.flatMap(FilePlace::bucketFault).ifPresent(fault -> reading.problem("s3_bucket", fault));
    Optional<String> key = values.text("s3_key");
    Optional<String> secret = values.secret("s3_secret", "XAPI_DB_LOAD_AWS_SECRET_ACCESS_KEY");
    if (key.isPresent() && secret.isEmpty()) {
      reading.problem(
          "s3_key", "s3_key has no s3_secret; give it, or set XAPI_DB_LOAD_AWS_SECRET_ACCESS_KEY");
    }
    String endpoint = values.text("s3_endpoint").orElse(null);
    return new GenerationConfig.ObjectStore(
        values
            .text("s3_source_location")
            .map(source -> source.endsWith("/") ? source : source + "/")
            .orElse(null),
        bucket.orElse(null),
        values.text("s3_prefix").orElse(""),
        endpoint,
        values.text("s3_region").orElse(null),
        key.orElse(null),
        secret.orElse(null),
        values.flag("s3_path_style", endpoint != null),
        values.flag("load_from_s3_after", false));
  }
}
