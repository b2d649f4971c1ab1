package org.openedx.devdata.spec.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.read.KeyParsers;
import org.openedx.devdata.spec.read.SpecReader;
import org.openedx.devdata.spec.rows.RowReader;
import org.openedx.devdata.spec.series.RowFault;
import org.openedx.devdata.spec.series.RowFiles;
import org.openedx.devdata.spec.yaml.SpecNode;
import org.openedx.devdata.spec.yaml.YamlReader;

/** One run of {@link SpecLoader}: collects entries, problems and warnings. Not thread-safe. */
final class SpecLoading {

  private final Map<String, ServiceDescriptor> services;
  private final Map<String, ServiceDescriptor> files;
  private final YamlReader yaml;
  private final SpecSources sources;
  private final SpecCheck check;
  private final KeyParsers keys;
  private final FileType fileType;
  private final ServiceNames names;
  private final TopLevelReader topLevels;
  private final RandomStream stream;
  private final Problems problems = new Problems();
  private final List<LoadedSpec> entries = new ArrayList<>();
  private final List<LoadedSpec> context = new ArrayList<>();
  private final Map<String, Map<String, TargetConnection>> targets = new LinkedHashMap<>();
  private final Map<List<Object>, Optional<ServiceSpec>> read = new HashMap<>();
  private Optional<String> name = Optional.empty();
  private boolean standardInputUsed;

  SpecLoading(
      Map<String, ServiceDescriptor> services,
      ServiceNames names,
      KeyParsers keys,
      YamlReader yaml,
      SpecSources sources,
      SpecCheck check,
      Map<String, ServiceDescriptor> others,
      long seed) {
    this.check = check;
    this.stream = RandomStream.of(seed).derive("series");
    this.services = services;
    this.files = new LinkedHashMap<>(services);
    this.files.putAll(others);
    this.keys = keys;
    this.yaml = yaml;
    this.sources = sources;
    this.fileType = new FileType(files);
    this.names = names;
    this.topLevels = new TopLevelReader(names);
  }

  LoadedSpecs load(LoadRequest request) {
    Optional<SpecLocation> top = locate(request.top());
    Optional<SpecNode> root = top.flatMap(it -> tree(it, Position.ofFile(it.name())));
    if (root.isPresent()) {
      Optional<String> service = fileType.service(root.get());
      if (service.isPresent() && !fileType.topLevel(root.get())) {
        problems.add(
            root.get().in(top.get().name()),
            (services.containsKey(service.get())
                    ? "this is a spec of %1$s and not a top-level spec; list it in one: - {ida: %1$s, path: %2$s}"
                    : "this is a configuration of %1$s and not a top-level spec; run devdata %1$s --config_file %2$s")
                .formatted(service.get(), request.top()));
      } else {
        topLevel(top.get(), root.get(), request.root(), request.only());
      }
    }
    return result();
  }

  LoadedSpecs validate(ValidateRequest request) {
    for (String file : request.files()) {
      Optional<SpecLocation> location = locate(file);
      Optional<SpecNode> root = location.flatMap(it -> tree(it, Position.ofFile(it.name())));
      root.ifPresent(
          it -> {
            if (fileType.topLevel(it)) {
              topLevel(location.get(), it, request.root(), Set.of());
            } else {
              service(location.get(), it, request.ida());
            }
          });
    }
    return result();
  }

  private LoadedSpecs result() {
    problems.throwIfAny();
    return new LoadedSpecs(name, entries, context, targets, problems.warnings());
  }

  private void service(SpecLocation location, SpecNode root, Optional<String> given) {
    Optional<String> ida = given.or(() -> fileType.service(root));
    if (ida.isEmpty()) {
      problems.add(
          root.in(location.name()),
          "this is neither a top-level spec nor a spec of " + String.join(", ", files.keySet()));
      return;
    }
    Position file = Position.ofFile(location.name());
    if (!files.containsKey(ida.get())) {
      problems.add(file, names.unknown(ida.get()));
      return;
    }
    Optional<ServiceSpec> spec = spec(ida.get(), location, root);
    spec.ifPresent(it -> check.checkFile(ida.get(), it, root, problems));
    spec.ifPresent(it -> entries.add(new LoadedSpec(ida.get(), file, it)));
  }

  private void topLevel(
      SpecLocation location, SpecNode root, Optional<Path> folder, Set<String> only) {
    TopLevel top = topLevels.read(location.name(), root, problems);
    List<TopLevelEntry> wanted =
        top.entries().stream()
            .filter(entry -> only.isEmpty() || only.contains(entry.ida()))
            .toList();
    if (top.empty()) {
      problems.add(
          root.in(location.name()),
          "this top-level spec lists nothing; add items like - {ida: lms, path: lms.yaml}");
    } else if (wanted.isEmpty() && !top.entries().isEmpty()) {
      problems.add(
          root.in(location.name()),
          "no spec of %s is listed here".formatted(String.join(", ", new TreeSet<>(only))));
    }
    targets.putAll(top.targets());
    name = top.name();
    Set<String> sources = new TreeSet<>();
    wanted.forEach(entry -> sources.addAll(check.sources(entry.ida())));
    for (TopLevelEntry entry : top.entries()) {
      if (wanted.contains(entry)) {
        listed(entry, location, folder, entries);
      } else if (sources.contains(entry.ida())) {
        listed(entry, location, folder, context);
      }
    }
  }

  private void listed(
      TopLevelEntry entry, SpecLocation top, Optional<Path> folder, List<LoadedSpec> target) {
    SpecLocation location;
    try {
      Optional<SpecLocation> base = entry.fromHere() ? Optional.empty() : Optional.of(top);
      location = SpecLocation.of(entry.path(), base, folder);
    } catch (IllegalArgumentException e) {
      problems.add(entry.pathPosition(), e.getMessage());
      return;
    }
    List<Object> key = List.of(entry.ida(), location.identity());
    boolean again = !(location instanceof SpecLocation.StandardInput) && read.containsKey(key);
    if (again) {
      problems.warn(
          entry.position(),
          "%s is listed twice for %s; the second time it changes nothing"
              .formatted(location.name(), entry.ida()));
    }
    Optional<ServiceSpec> spec =
        again
            ? read.get(key)
            : tree(location, entry.pathPosition())
                .flatMap(root -> spec(entry.ida(), location, root));
    read.put(key, spec);
    if (!again) {
      List<ServiceSpec> earlier =
          Stream.concat(context.stream(), entries.stream()).map(LoadedSpec::spec).toList();
      spec.ifPresent(it -> check.check(entry.ida(), it, earlier, problems));
    }
    spec.ifPresent(it -> target.add(new LoadedSpec(entry.ida(), entry.position(), it)));
  }

  /** The spec in a file; empty when the file is of another type, which is then a problem. */
  private Optional<ServiceSpec> spec(String ida, SpecLocation location, SpecNode root) {
    ServiceDescriptor descriptor = files.get(ida);
    Optional<String> other = fileType.otherThan(ida, root);
    if (other.isPresent()) {
      problems.add(root.in(location.name()), other.get() + "; correct the ida or the path");
      return Optional.empty();
    }
    RandomStream own = stream.derive(ida).derive(lastName(location.name()));
    return Optional.of(
        new SpecReader(descriptor, keys, own, path -> rows(path, location))
            .read(location.name(), root, problems));
  }

  /** The folder is another one on each machine. */
  private static String lastName(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  /** Rows of a file that a spec names. */
  private RowFiles.Rows rows(String path, SpecLocation spec) throws RowFault {
    if (!RowReader.reads(path)) {
      throw new RowFault(
          null,
          "from reads files whose names end in .csv or .jsonl, not " + Shown.quoted(path),
          null);
    }
    try {
      SpecLocation location = SpecLocation.of(path, Optional.of(spec), Optional.empty());
      return RowReader.read(location.name(), sources.read(location, yaml.limits().maxBytes()));
    } catch (IllegalArgumentException | SourceException e) {
      throw new RowFault(null, e.getMessage(), e);
    }
  }

  private Optional<SpecLocation> locate(String written) {
    try {
      return Optional.of(SpecLocation.of(written, Optional.empty(), Optional.empty()));
    } catch (IllegalArgumentException e) {
      problems.add(Position.ofFile(Shown.cut(written)), e.getMessage());
      return Optional.empty();
    }
  }

  /** The tree of a file; empty when it cannot be had, which is then a problem. */
  private Optional<SpecNode> tree(SpecLocation location, Position mentioned) {
    if (location instanceof SpecLocation.StandardInput) {
      if (standardInputUsed) {
        problems.add(mentioned, "standard input (\"-\") can be read only once; use a file");
        return Optional.empty();
      }
      standardInputUsed = true;
    }
    try {
      byte[] bytes = sources.read(location, yaml.limits().maxBytes());
      return yaml.read(location.name(), bytes, problems);
    } catch (SourceException e) {
      problems.add(mentioned, e.getMessage());
      return Optional.empty();
    }
  }
}
