package org.openedx.devdata.generate.config;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.openedx.devdata.generate.config.journeys.JourneysKeys;
import org.openedx.devdata.generate.config.journeys.JourneysReader;
import org.openedx.devdata.generate.config.journeys.Translation;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problem;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.read.KeyParsers;
import org.openedx.devdata.spec.read.SpecReader;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;
import org.openedx.devdata.spec.yaml.YamlLimits;
import org.openedx.devdata.spec.yaml.YamlReader;
import org.openedx.devdata.world.WorldSpec;
import org.openedx.devdata.world.template.TemplatedCourses;
import org.openedx.devdata.xapi.life.LifeSizing;

/** Reads the configuration of a load. Used for one file; not thread-safe. */
public final class GenerationConfigReader {

  private static final KeyParsers NO_KEYS =
      new KeyParsers(UnaryOperator.identity(), UnaryOperator.identity());

  /** Keys one of which says where files are that are only loaded. */
  static final List<String> PLACES =
      List.of("s3_source_location", "s3_bucket", "csv_output_destination");

  private final String file;
  private final UnaryOperator<String> environment;
  private final Instant now;
  private final ConfigKeys keys;
  private final Problems problems;

  /**
   * @param file the file as the person named it
   * @param environment value of an environment variable, null when it is not set
   * @param now the run clock, for dates such as {@code today}
   * @param backends where a load may go; the first is that of files which are only loaded
   */
  public GenerationConfigReader(
      String file, UnaryOperator<String> environment, Instant now, List<Backend> backends) {
    this(file, environment, now, new ConfigKeys(backends), new Problems());
  }

  private GenerationConfigReader(
      String file,
      UnaryOperator<String> environment,
      Instant now,
      ConfigKeys keys,
      Problems problems) {
    this.file = file;
    this.environment = environment;
    this.now = now;
    this.keys = keys;
    this.problems = problems;
  }

  /** The warnings, one line each, with their positions. */
  public List<String> warnings() {
    return problems.warnings().stream().map(Problem::toString).toList();
  }

  /**
   * Reads a configuration.
   *
   * @param slice asked for on the command line; wins over the file's
   * @throws SpecException with every problem of the file
   */
  public GenerationConfig read(byte[] bytes, Optional<Slice> slice) {
    return read(root(bytes), slice, false);
  }

  /**
   * Reads a configuration of which nothing is made: one that only says where files are and where
   * they go is enough, and has no world.
   *
   * @param slice asked for on the command line; wins over the file's
   * @throws SpecException with every problem of the file
   */
  public GenerationConfig readForLoading(byte[] bytes, Optional<Slice> slice) {
    return read(root(bytes), slice, true);
  }

  private MapNode root(byte[] bytes) {
    Optional<SpecNode> root =
        new YamlReader(YamlLimits.DEFAULT, environment).read(file, bytes, problems);
    if (root.isPresent() && !(root.get() instanceof MapNode)) {
      problems.add(
          new Position(file, 1, 1), "the file is " + root.get().what() + "; write a mapping");
    }
    problems.throwIfAny();
    return (MapNode) root.orElseThrow();
  }

  private GenerationConfig read(MapNode root, Optional<Slice> slice, boolean forLoading) {
    ServiceSpec spec = new SpecReader(keys.descriptor(), NO_KEYS).read(file, root, problems);
    GenerationConfig config = translated(spec.settings(), root, slice, forLoading && isBare(root));
    problems.throwIfAny();
    return config;
  }

  /**
   * Adds what is wrong with a configuration beyond the form of its values. One that says nothing of
   * what is made is taken as one for loading files.
   *
   * @param settings read by the {@link ConfigKeys#descriptor}
   * @param root what they were read from
   * @param found where problems and warnings go
   */
  public void check(SpecRecord settings, MapNode root, Problems found) {
    new GenerationConfigReader(file, environment, now, keys, found)
        .translated(settings, root, Optional.empty(), isBare(root));
  }

  /** The configuration of what was read, be it of this dialect or one of journeys. */
  private GenerationConfig translated(
      SpecRecord settings, MapNode root, Optional<Slice> slice, boolean bare) {
    Optional<SpecRecord> journeys = settings.get(JourneysKeys.SECTION, SpecRecord.class);
    if (journeys.isEmpty()) {
      return config(settings, root, slice, bare);
    }
    Translation translation = new Translation(file, root, now);
    translation.check(problems);
    new JourneysReader(journeys.get(), problems).check();
    MapNode meant = translation.root(journeys.get(), keys.backends().get(0).key());
    // What is wrong with the form of values is reported already.
    ServiceSpec spec = new SpecReader(keys.descriptor(), NO_KEYS).read(file, meant, new Problems());
    return config(spec.settings(), meant, slice, false);
  }

  private GenerationConfig config(
      SpecRecord settings, MapNode root, Optional<Slice> slice, boolean bare) {
    Dialects.warn(file, root, problems);
    ConfigReading reading =
        ConfigReading.of(new ConfigValues(settings, environment), root, problems);
    Backend backend = backend(reading, bare);
    GenerationConfig.Statements statements = GenerationConfig.Statements.NONE;
    Optional<WorldSpec> world = Optional.empty();
    Optional<TemplatedCourses> templated = Optional.empty();
    if (bare) {
      reading.need(PLACES, "give the URL of the folder that the files are in");
    } else {
      StatementsReader reader = new StatementsReader(settings, problems);
      reading.need(List.of("backend"), "give one of " + String.join(", ", names()));
      reader.neededKeys().forEach(key -> reading.need(List.of(key), "add it"));
      statements = reader.statements();
      Optional<WorldSpec> asWritten = reader.world(statements.mix(), now);
      Optional<LifeSizing> sizing = reader.sizing(asWritten, statements.habits());
      templated = reader.templated();
      world = sizing.map(LifeSizing::world).or(() -> asWritten);
      statements = sizing.map(statements::sized).orElse(statements);
      backend.needs().forEach(needed -> reading.need(needed.anyOf(), needed.remedy()));
    }
    keys.backends().forEach(one -> one.check(reading, one == backend));
    GenerationConfig.Output output = new OutputReader(reading, backend).read(slice);
    ServersReader servers = new ServersReader(reading);
    reading.folder("log_dir");
    return new GenerationConfig(
        backend,
        world.orElse(null),
        templated,
        statements,
        output,
        servers.database(),
        servers.store(),
        new GenerationConfig.Log(
            reading.values().name("log_dir").orElse(null),
            reading.values().longNumber("log_max_bytes"),
            reading.values().number("log_backup_count")),
        reading.values(),
        now);
  }

  /** Tests that a file says nothing of what is made. */
  private static boolean isBare(MapNode root) {
    return Stream.concat(
            ConfigKeys.NEEDED.stream(),
            Dialects.ALIASES.stream()
                .filter(alias -> ConfigKeys.NEEDED.contains(alias.name()))
                .map(Dialects.Alias::other))
        .map(root::get)
        .allMatch(value -> value == null || (value instanceof ScalarNode one && one.isNull()));
  }

  /** The back end that is named; when that is a problem, one that needs nothing. */
  private Backend backend(ConfigReading reading, boolean bare) {
    List<Backend> backends = keys.backends();
    Optional<String> name = reading.values().text("backend");
    Optional<Backend> named =
        name.flatMap(
            text -> backends.stream().filter(one -> one.names().contains(text)).findFirst());
    named
        .filter(one -> one.oldName().equals(name))
        .ifPresent(
            one ->
                reading.warn(
                    "backend",
                    "backend: %s is now called %s; both are understood"
                        .formatted(name.get(), one.key())));
    return named.orElse(bare ? backends.get(0) : backends.get(backends.size() - 1));
  }

  private List<String> names() {
    return keys.backends().stream().map(Backend::key).toList();
  }
}
