package org.openedx.devdata.generate.stored;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openedx.devdata.generate.config.FilePlace;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.StoredForm;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseException;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.sink.objectstore.ObjectStore;
import org.openedx.devdata.sink.objectstore.ObjectStoreSettings;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Files in an object store, which ClickHouse reads itself by {@code s3()}. Immutable.
 *
 * @param config says where, and the login
 * @param place where they were written
 * @param form what they are
 */
record BucketSource(GenerationConfig config, FilePlace place, StoredForm form)
    implements StoredSource {

  @Override
  public boolean isListed() {
    return place.bucket().isPresent();
  }

  @Override
  public StoredFiles find() throws IOException {
    if (!isListed()) {
      return StoredFiles.whole(form, config.output().slice());
    }
    try (ObjectStore store = new ObjectStore(place.bucket().get(), config.fingerprint())) {
      return StoredFiles.of(store, form, config.output().slice());
    }
  }

  @Override
  public long load(
      ClickHouse server,
      DumpTable table,
      TableName into,
      String file,
      Map<String, String> settings) {
    return server.copy(statement(table, into, file), settings);
  }

  private String statement(DumpTable table, TableName into, String file) {
    String columns =
        table.columns().stream()
            .map(column -> TableName.quote(column.name()))
            .collect(Collectors.joining(", "));
    String structure =
        table.columns().stream()
            .map(column -> TableName.quote(column.name()) + " " + column.type().clickHouseName())
            .collect(Collectors.joining(", "));
    return "INSERT INTO %s (%s) SELECT %s FROM s3(%s, %s'%s', %s)"
        .formatted(
            into.quoted(),
            columns,
            columns,
            TableName.literal(location() + file),
            login().map(BucketSource::literal).orElse(""),
            form.clickHouseName(),
            TableName.literal(structure));
  }

  private static String literal(ObjectStoreSettings.Login login) {
    return TableName.literal(login.key()) + ", " + TableName.literal(login.secret()) + ", ";
  }

  private Optional<ObjectStoreSettings.Login> login() {
    return Optional.ofNullable(config.store().key())
        .map(key -> new ObjectStoreSettings.Login(key, config.store().secret()));
  }

  /** The URL where ClickHouse finds the files; ends in a slash. */
  private String location() {
    return config.store().sourceLocation() != null
        ? config.store().sourceLocation()
        : place.bucket().orElseThrow().address();
  }

  /** A server may quote the statement when it refuses it. */
  @Override
  public ClickHouseException describe(ClickHouseException problem, String file) {
    String message = problem.getMessage();
    String masked = message;
    if (login().isPresent()) {
      String secret = login().get().secret();
      masked = message.replace(TableName.literal(secret), "'***'").replace(secret, "***");
    }
    return problem.with("%s%s: %s".formatted(location(), file, masked));
  }
}
