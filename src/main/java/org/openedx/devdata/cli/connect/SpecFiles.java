package org.openedx.devdata.cli.connect;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.generate.config.ConfigKeys;
import org.openedx.devdata.generate.destination.Backends;
import org.openedx.devdata.plan.Service;
import org.openedx.devdata.service.PlatformKeys;
import org.openedx.devdata.service.ServiceRegistry;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.load.LoadRequest;
import org.openedx.devdata.spec.load.LoadedSpecs;
import org.openedx.devdata.spec.load.SpecCheck;
import org.openedx.devdata.spec.load.SpecLoader;
import org.openedx.devdata.spec.load.SpecSources;
import org.openedx.devdata.spec.load.ValidateRequest;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.SpecNode;
import org.openedx.devdata.spec.yaml.YamlLimits;
import org.openedx.devdata.spec.yaml.YamlReader;

/** Reads and checks the spec files that a command is given. Immutable. */
public final class SpecFiles {

  private static final Duration HTTP_PATIENCE = Duration.ofSeconds(30);

  private final SpecLoader loader;

  /**
   * @param now the run clock
   */
  public SpecFiles(Session session, Instant now) {
    this.loader =
        new SpecLoader(
            session.registry().descriptors(),
            session.registry().serviceNames(),
            PlatformKeys.parsers(),
            yaml(session),
            new SpecSources(session.surroundings().in(), HTTP_PATIENCE),
            new FileChecks(session.registry(), session.surroundings()::variable, now),
            Map.of(ConfigKeys.NAME, Backends.KEYS.descriptor()));
  }

  public static YamlReader yaml(Session session) {
    return new YamlReader(YamlLimits.DEFAULT, session.surroundings()::variable);
  }

  /**
   * The specs of a run.
   *
   * @throws org.openedx.devdata.spec.SpecException with everything that is wrong with them
   */
  public LoadedSpecs load(RunRequest request) {
    return loader.load(
        new LoadRequest(request.top(), request.root(), request.only(), request.seed()));
  }

  /** As {@link #load}, for files of any kind. */
  public LoadedSpecs validate(ValidateRequest request) {
    return loader.validate(request);
  }

  /** A sentence that names the type of a file that is no configuration of load-db; else empty. */
  public Optional<String> otherThanConfiguration(SpecNode root) {
    return loader.otherThan(ConfigKeys.NAME, root);
  }

  /** Asks the services, and the reader of configurations. */
  private record FileChecks(
      ServiceRegistry registry, UnaryOperator<String> environment, Instant now)
      implements SpecCheck {

    @Override
    public void checkFile(String name, ServiceSpec spec, SpecNode root, Problems problems) {
      if (name.equals(ConfigKeys.NAME) && root instanceof MapNode map) {
        Backends.reader(spec.file(), environment, now).check(spec.settings(), map, problems);
      } else {
        check(name, spec, problems);
      }
    }

    @Override
    public void check(String ida, ServiceSpec spec, Problems problems) {
      registry.service(ida).ifPresent(service -> service.at(now).check(spec, problems));
    }

    @Override
    public Set<String> sources(String ida) {
      return registry.service(ida).map(Service::sources).orElse(Set.of());
    }

    @Override
    public void check(String ida, ServiceSpec spec, List<ServiceSpec> earlier, Problems problems) {
      registry.service(ida).ifPresent(service -> service.at(now).check(spec, earlier, problems));
    }
  }

  /** The folder that a top-level spec is in; the working folder when it is no file. */
  public static Path folderOf(String top, Path workingFolder) {
    try {
      Path parent = workingFolder.resolve(top).getParent();
      return parent == null || top.contains("://") || top.equals("-") ? workingFolder : parent;
    } catch (InvalidPathException e) {
      return workingFolder;
    }
  }
}
