package org.openedx.devdata.generate.config;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.SpecNode;
import org.openedx.devdata.spec.yaml.YamlLimits;
import org.openedx.devdata.spec.yaml.YamlReader;
import org.openedx.devdata.world.WorldSpec;

/** Reads the configuration of a load. Used for one file; not thread-safe. */
public final class GenerationConfigReader {

  private static final String JOURNEYS = "journeys";
  private static final int DEFAULT_HTTP_PORT = 18_123;

  /** Keys without which nothing can be made; a file with none of them is not meant to. */
  private static final List<String> BARE =
      List.of(
          "num_xapi_batches", "num_batches", "batch_size", "start_date", "end_date", "num_actors");

  private final String file;
  private final UnaryOperator<String> environment;
  private final Instant now;
  private final List<Backend> backends;
  private final Problems problems = new Problems();
  private final List<String> warnings = new ArrayList<>();

  /**
   * @param file the file as the person named it
   * @param environment value of an environment variable, null when it is not set
   * @param now the run clock, for dates such as {@code today}
   * @param backends where a load may go; the first is that of files which are only loaded
   */
  public GenerationConfigReader(
      String file, UnaryOperator<String> environment, Instant now, List<Backend> backends) {
    this.file = file;
    this.environment = environment;
    this.now = now;
    this.backends = List.copyOf(backends);
  }

  /** What was read but should be said otherwise; one line each. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /**
   * Reads a configuration.
   *
   * @param slice asked for on the command line; wins over the file's
   * @throws SpecException with every problem of the file
   */
  public GenerationConfig read(byte[] bytes, Optional<Slice> slice) {
    return read(bytes, slice, false);
  }

  /**
   * Reads a configuration of which nothing is made: one that only says where files are and where
   * they go is enough, and has no world.
   *
   * @param slice asked for on the command line; wins over the file's
   * @throws SpecException with every problem of the file
   */
  public GenerationConfig readForLoading(byte[] bytes, Optional<Slice> slice) {
    return read(bytes, slice, true);
  }

  private GenerationConfig read(byte[] bytes, Optional<Slice> slice, boolean forLoading) {
    Optional<SpecNode> root =
        new YamlReader(YamlLimits.DEFAULT, environment).read(file, bytes, problems);
    if (root.isPresent() && !(root.get() instanceof MapNode)) {
      problems.add(
          new Position(file, 1, 1), "the file is " + root.get().what() + "; write a mapping");
    }
    problems.throwIfAny();
    Entry entry = new Entry(file, "", (MapNode) root.orElseThrow(), problems);
    if (entry.has(JOURNEYS)) {
      entry.problem(
          JOURNEYS,
          "journeys is a configuration of simulated learners, which devdata does not make yet; give"
              + " num_xapi_batches, batch_size and course sizes, or use xapi-db-load journeys");
      problems.throwIfAny();
    }
    OldNames names = new OldNames(entry, warnings);
    boolean bare = forLoading && BARE.stream().noneMatch(entry::isGiven);
    GenerationConfig config = bare ? bare(entry, names, slice) : read(entry, names, slice);
    names.unused("expected_db_name", "no known answers are written");
    entry.noOthers();
    problems.throwIfAny();
    return config;
  }

  /** Where files are and where they go, and nothing of what is in them. */
  private GenerationConfig bare(Entry entry, OldNames names, Optional<Slice> slice) {
    Backend backend = entry.isGiven("backend") ? backend(entry) : backends.get(0);
    if (!entry.isGiven("s3_source_location")
        && !entry.isGiven("s3_bucket")
        && !entry.isGiven("csv_output_destination")) {
      entry.missing("s3_source_location", "give the URL of the folder that the files are in");
    }
    return rest(
        entry,
        names,
        backend,
        null,
        new GenerationConfig.Statements(0, 0, "", null, ""),
        new OutputReader(entry, backend).readForLoading(slice));
  }

  private GenerationConfig read(Entry entry, OldNames names, Optional<Slice> slice) {
    Backend backend = backend(entry);
    String batches = names.of("num_xapi_batches", "num_batches");
    long count = entry.required(batches, 0, Integer.MAX_VALUE, "how many batches to make");
    long size = entry.required("batch_size", 1, 10_000_000, "how many statements a batch has");
    WorldReader worldReader = new WorldReader(file, entry, problems, now, warnings);
    MixReader mix = new MixReader(file, entry, problems);
    Optional<WorldSpec> world = worldReader.read(mix.mix(), count);
    for (NeededKey needed : backend.needs()) {
      if (needed.anyOf().stream().noneMatch(entry::isGiven)) {
        entry.missing(needed.anyOf().get(0), needed.remedy());
      }
    }
    OutputReader output = new OutputReader(entry, backend);
    GenerationConfig.Statements statements =
        new GenerationConfig.Statements(
            count * size,
            (int) size,
            mix.changes().toString(),
            mix.mix(),
            entry.text("transformer_version", MixReader.TRANSFORMER));
    return rest(entry, names, backend, world.orElse(null), statements, output.read(slice));
  }

  private GenerationConfig rest(
      Entry entry,
      OldNames names,
      Backend backend,
      WorldSpec world,
      GenerationConfig.Statements statements,
      GenerationConfig.Output output) {
    GenerationConfig config =
        new GenerationConfig(
            backend,
            world,
            statements,
            output,
            database(entry, names),
            lrs(entry, backend),
            store(entry, names),
            new GenerationConfig.Log(
                folder(entry),
                entry.number("log_max_bytes", 0, Long.MAX_VALUE, 10_485_760),
                (int) entry.number("log_backup_count", 0, 1000, 5)),
            now);
    names.gone("event_table_name");
    names.gone("num_workers", "threads");
    return config;
  }

  /** The back end that is named; with a problem, one that needs nothing. */
  private Backend backend(Entry entry) {
    String name = entry.text("backend", null);
    List<String> names = backends.stream().map(Backend::key).toList();
    Backend other = backends.get(backends.size() - 1);
    if (name == null) {
      entry.missing("backend", "use one of " + String.join(", ", names));
      return other;
    }
    Optional<Backend> backend = backends.stream().filter(one -> isNamed(one, name)).findFirst();
    if (backend.isEmpty()) {
      entry.problem(
          "backend", "unknown back end '" + Shown.cut(name) + "'" + Entry.oneOf(name, names));
    }
    backend
        .filter(one -> one.oldName().filter(name::equals).isPresent())
        .ifPresent(
            one ->
                warnings.add(
                    "backend: " + name + " is now called " + one.key() + "; both are understood"));
    return backend.orElse(other);
  }

  private static boolean isNamed(Backend backend, String name) {
    return backend.key().equals(name)
        || Stream.concat(backend.oldName().stream(), backend.alias().stream())
            .anyMatch(name::equals);
  }

  /** Where timings go; an empty text means nowhere. */
  private static String folder(Entry entry) {
    String folder = entry.text("log_dir", null);
    if (folder == null || folder.isEmpty()) {
      return null;
    }
    OutputReader.checkFolder(entry, "log_dir", folder);
    return folder;
  }

  private GenerationConfig.Database database(Entry entry, OldNames names) {
    int port = (int) entry.number("db_port", 1, 65_535, DEFAULT_HTTP_PORT);
    String digits = Integer.toString(port);
    boolean secure = entry.flag("db_secure", digits.endsWith("443") || digits.endsWith("440"));
    String host = entry.text("db_host", "localhost");
    if (!host.matches("[A-Za-z0-9_.:\\[\\]-]{1,253}")) {
      entry.problem(
          "db_host", "db_host is '" + Shown.cut(host) + "'; write a host name, without a scheme");
    }
    String eventSink = names.of("db_event_sink_name", "event_sink_db_name");
    return new GenerationConfig.Database(
        host,
        port,
        secure,
        entry.text("db_username", "default"),
        secret(entry, "db_password", "XAPI_DB_LOAD_CLICKHOUSE_PASSWORD", ""),
        entry.name("db_name", "xapi"),
        entry.name(eventSink, "event_sink"),
        entry.name("event_raw_table_name", "xapi_events_all"));
  }

  private GenerationConfig.Lrs lrs(Entry entry, Backend backend) {
    String url = entry.text("lrs_url", null);
    String password = secret(entry, "lrs_password", "XAPI_DB_LOAD_RALPH_PASSWORD", null);
    if (url != null) {
      Urls.check(entry, "lrs_url", url);
    }
    boolean used = backend.needs().stream().anyMatch(needed -> needed.anyOf().contains("lrs_url"));
    if (used && password == null) {
      warnings.add("lrs_password is not given; set XAPI_DB_LOAD_RALPH_PASSWORD");
    }
    // As in the peer, no value at all means to wait for ever.
    int timeout = entry.isEmpty("lrs_request_timeout") ? 0 : 120;
    return new GenerationConfig.Lrs(
        url,
        entry.text("lrs_username", null),
        password,
        (int) entry.number("lrs_request_timeout", 0, 86_400, timeout),
        (int) entry.number("lrs_connections", 1, 64, 4));
  }

  private GenerationConfig.ObjectStore store(Entry entry, OldNames names) {
    String source = entry.text("s3_source_location", null);
    String bucket = entry.text("s3_bucket", null);
    String after = names.of("load_from_s3_after", "csv_load_from_s3_after");
    if (bucket != null) {
      FilePlace.bucketFault(bucket).ifPresent(fault -> entry.problem("s3_bucket", fault));
    }
    if (source != null) {
      Urls.check(entry, "s3_source_location", source);
    }
    String endpoint = entry.text("s3_endpoint", null);
    if (endpoint != null) {
      Urls.check(entry, "s3_endpoint", endpoint);
    }
    String key = entry.text("s3_key", null);
    String secret = secret(entry, "s3_secret", "XAPI_DB_LOAD_AWS_SECRET_ACCESS_KEY", null);
    if (key != null && secret == null) {
      entry.problem(
          "s3_key", "s3_key has no s3_secret; give it, or set XAPI_DB_LOAD_AWS_SECRET_ACCESS_KEY");
    }
    return new GenerationConfig.ObjectStore(
        source == null || source.endsWith("/") ? source : source + "/",
        bucket,
        entry.text("s3_prefix", ""),
        endpoint,
        entry.text("s3_region", null),
        key,
        secret,
        entry.flag("s3_path_style", endpoint != null),
        entry.flag(after, false));
  }

  private String secret(Entry entry, String key, String variable, String byDefault) {
    String inFile = entry.text(key, byDefault);
    String outside = environment.apply(variable);
    return outside == null ? inFile : outside;
  }
}
