package org.openedx.devdata.generate.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openedx.devdata.generate.config.journeys.JourneysKeys;
import org.openedx.devdata.sink.codec.Codecs;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.world.keys.WorldKeys;
import org.openedx.devdata.xapi.keys.LifeKeys;
import org.openedx.devdata.xapi.keys.WeightsReader;

/**
 * The keys of a configuration of {@code load-db}, described once: for reading, the JSON Schema and
 * the reference. Immutable.
 */
public final class ConfigKeys {

  /** The name of configurations in messages and on the command line. */
  public static final String NAME = "load-db";

  static final String SIZES = "num_course_sizes";
  static final String MAKEUP = "course_size_makeup";

  /** Made up once; reported with every run, so that it can be repeated or changed. */
  static final long DEFAULT_SEED = 20_260_101;

  private static final FieldType TEXT = new FieldType.Text(4_096);
  private static final FieldType NAME_TEXT = new FieldType.Text(255);
  private static final FieldType FLAG = new FieldType.Bool();

  /** Keys without which nothing can be made; a file with none of them is not meant to. */
  static final List<String> NEEDED =
      List.of(
          "num_xapi_batches",
          "batch_size",
          WorldKeys.START,
          WorldKeys.END,
          WorldKeys.LENGTH,
          WorldKeys.ORGANIZATIONS,
          WorldKeys.ACTORS,
          SIZES,
          MAKEUP);

  /** Those of them that only a mix needs: lives make as many statements as follow. */
  static final List<String> NEEDED_BY_MIX =
      List.of(StatementsReader.BATCHES, StatementsReader.BATCH);

  /** Those of them that say what courses there are, unless templates do. */
  static final List<String> SIZE_KEYS = List.of(SIZES, MAKEUP);

  private final List<Backend> backends;
  private final List<Group> groups;

  /**
   * Keys that belong together.
   *
   * @param title heading of the reference
   */
  public record Group(String title, List<Field> fields) {}

  /**
   * @param backends where a load may go
   */
  public ConfigKeys(List<Backend> backends) {
    this.backends = List.copyOf(backends);
    this.groups = groups(this.backends);
  }

  public List<Backend> backends() {
    return backends;
  }

  /** All keys, by subject. */
  public List<Group> groups() {
    return groups;
  }

  /**
   * The configuration as what a file may say. No key is required: which are needed depends on what
   * the file is for.
   */
  public ServiceDescriptor descriptor() {
    return new ServiceDescriptor(
        NAME,
        "Generated statements and what they refer to, for Aspects.",
        groups.stream().flatMap(group -> group.fields().stream()).map(Field::asOptional).toList(),
        List.of());
  }

  private static List<Group> groups(List<Backend> backends) {
    List<Group> groups = new ArrayList<>();
    groups.add(new Group("What is made", what(backends)));
    groups.add(
        new Group(
            "The world",
            Stream.concat(
                    Stream.concat(WorldKeys.common().stream(), WorldKeys.generated().stream())
                        .map(ConfigKeys::ofWorld),
                    sizes())
                .toList()));
    groups.add(new Group("Statements", WeightsReader.FIELDS));
    groups.add(new Group("Lives", LifeReader.FIELDS));
    groups.add(new Group("Journeys of xapi-db-load", List.of(JourneysKeys.FIELD)));
    groups.add(new Group("How it is made and written", output()));
    groups.add(new Group("ClickHouse", database()));
    groups.add(new Group("Object stores", store()));
    for (Backend backend : backends) {
      if (!backend.fields().isEmpty()) {
        groups.add(new Group("Back end `%s`".formatted(backend.key()), backend.fields()));
      }
    }
    groups.add(new Group("Keys of other dialects", Dialects.others()));
    return groups.stream()
        .map(
            group ->
                new Group(group.title(), group.fields().stream().map(Dialects::named).toList()))
        .toList();
  }

  private static List<Field> what(List<Backend> backends) {
    return List.of(
        Field.of(
                "backend",
                new FieldType.Choice(
                    backends.stream().flatMap(one -> one.names().stream()).toList()),
                "Where it goes.")
            .asRequired(),
        Field.of(
                "num_xapi_batches",
                whole(0, Integer.MAX_VALUE),
                "Batches of statements, first enrolments not counted.")
            .asRequired(),
        Field.of("batch_size", whole(1, 10_000_000), "Statements of a batch.").asRequired(),
        LifeKeys.model("`mix`"));
  }

  /** In a configuration the world has no defaults of its own, as in xapi-db-load. */
  private static Field ofWorld(Field field) {
    if (NEEDED.contains(field.name())) {
      return field.asRequired().withDefault("");
    }
    return field.name().equals(WorldKeys.SEED)
        ? field.withDefault(Long.toString(DEFAULT_SEED))
        : field;
  }

  private static Stream<Field> sizes() {
    FieldType runs = WorldKeys.runs("runs").type();
    return Stream.of(
        Field.of(
                SIZES, new FieldType.MapOf(runs), "Course runs of each size; sizes have any names.")
            .asRequired(),
        Field.of(
                MAKEUP,
                new FieldType.MapOf(new FieldType.Nested(WorldKeys.makeupKind())),
                "What each course run of a size has; sizes that are not used may be there.")
            .asRequired());
  }

  private static List<Field> output() {
    return List.of(
        Field.of("threads", whole(1, 1024), "How many threads work.").withDefault("the processors"),
        Field.of("slice", NAME_TEXT, "Which of equal parts is made, such as 3/8.")
            .withDefault("the whole"),
        Field.of("csv_output_destination", TEXT, "Folder or URL that files go to."),
        Field.of("compression", new FieldType.Choice(Codecs.NAMES), "How files are packed.")
            .withDefault("the back end's"),
        Field.of("compression_level", new FieldType.Whole(-7, 22), "How hard.")
            .withDefault("the codec's"),
        Field.of("rows_per_file", whole(0, Long.MAX_VALUE), "Statements of a file.")
            .withDefault("all in one"),
        Field.of(
                "retry_seconds",
                whole(0, 86_400),
                "How long a server is asked to take a batch before the batch is kept, in seconds.")
            .withDefault("180"),
        Field.of("log_dir", TEXT, "Folder of a timing log.").withDefault("none"),
        Field.of("log_max_bytes", whole(0, Long.MAX_VALUE), "Bytes of a file of that log.")
            .withDefault("10485760"),
        Field.of("log_backup_count", whole(0, 1_000), "Files of that log that are kept.")
            .withDefault("5"));
  }

  private static List<Field> database() {
    return List.of(
        Field.of("db_host", NAME_TEXT, "Host name, without a scheme.").withDefault("localhost"),
        Field.of("db_port", whole(1, 65_535), "Port of its HTTP interface.").withDefault("18123"),
        Field.of("db_secure", FLAG, "Whether it is asked over TLS.")
            .withDefault("whether the port ends in 443 or 440"),
        Field.of("db_username", NAME_TEXT, "The user.").withDefault("default"),
        Field.of(
                "db_password", TEXT, "Its password; that of XAPI_DB_LOAD_CLICKHOUSE_PASSWORD wins.")
            .withDefault("empty"),
        Field.of("db_name", NAME_TEXT, "Database of statements.")
            .withDefault("where the site has them"),
        Field.of("db_event_sink_name", NAME_TEXT, "Database of all other tables.")
            .withDefault("event_sink"),
        Field.of("event_raw_table_name", NAME_TEXT, "Table of statements.")
            .withDefault("xapi_events_all"));
  }

  private static List<Field> store() {
    return List.of(
        Field.of("s3_bucket", NAME_TEXT, "Bucket that files go to."),
        Field.of("s3_prefix", TEXT, "What their names begin with.").withDefault("empty"),
        Field.of("s3_key", TEXT, "Key of the login.").withDefault("the environment's"),
        Field.of(
                "s3_secret",
                TEXT,
                "Secret of the login; that of XAPI_DB_LOAD_AWS_SECRET_ACCESS_KEY wins.")
            .withDefault("the environment's"),
        Field.of("s3_region", NAME_TEXT, "Region.").withDefault("the environment's"),
        Field.of("s3_endpoint", TEXT, "URL of a store that is not Amazon's."),
        Field.of("s3_path_style", FLAG, "Whether the bucket is named in the path.")
            .withDefault("whether there is an s3_endpoint"),
        Field.of(
            "s3_source_location", TEXT, "URL of the files' folder, by which ClickHouse reads it."),
        Field.of("load_from_s3_after", FLAG, "Whether ClickHouse loads the files when written.")
            .withDefault("false"));
  }

  private static FieldType whole(long minimum, long maximum) {
    return new FieldType.Whole(minimum, maximum, true);
  }
}
