package org.openedx.devdata.jdbc.targets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.InputFile;
import org.openedx.devdata.spec.IoReason;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.load.ServiceNames;
import org.openedx.devdata.spec.load.TargetConnection;
import org.openedx.devdata.spec.load.TargetsReader;
import org.openedx.devdata.spec.yaml.YamlReader;

/**
 * Finds the target that a person names: a preset, one of the top-level spec, or a file. Immutable.
 */
public final class Targets {

  private final YamlReader yaml;
  private final TargetsReader reader;
  private final Path folder;

  /**
   * @param services services that a target may describe
   * @param folder the working folder
   */
  public Targets(YamlReader yaml, ServiceNames services, Path folder) {
    this.yaml = yaml;
    this.reader = new TargetsReader(services);
    this.folder = folder;
  }

  /**
   * Finds a target.
   *
   * @param name what {@code --target} says
   * @param named targets of the top-level spec, which win over presets
   * @param specFolder folder of the top-level spec
   * @throws UnknownTargetException when there is none
   * @throws org.openedx.devdata.spec.SpecException when a target file is invalid
   */
  public Target find(
      String name, Map<String, Map<String, TargetConnection>> named, Path specFolder) {
    if (named.containsKey(name)) {
      return new Target(name, false, Optional.empty(), named.get(name), specFolder);
    }
    if (name.equals(Target.EMBEDDED)) {
      return new Target(name, true, Optional.empty(), Map.of(), folder);
    }
    Optional<Preset> preset = Preset.of(name);
    if (preset.isPresent()) {
      String file = preset.get() + ".yaml";
      return new Target(name, false, preset, read(file, preset.get().description()), folder);
    }
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw unknown(name, named);
    }
    Path parent = file.toAbsolutePath().getParent();
    return new Target(name, false, Optional.empty(), read(name, bytes(name, file)), parent);
  }

  private Map<String, TargetConnection> read(String file, byte[] bytes) {
    Problems problems = new Problems();
    Map<String, TargetConnection> services =
        yaml.read(file, bytes, problems)
            .map(root -> reader.target(Shown.quoted(file), file, root, problems))
            .orElse(Map.of());
    problems.throwIfAny();
    return services;
  }

  private static byte[] bytes(String name, Path file) {
    try {
      return InputFile.bytes(file);
    } catch (IOException e) {
      throw new ConfigurationException(
          "the target file %s cannot be read: %s".formatted(name, IoReason.of(e)));
    }
  }

  private static UnknownTargetException unknown(
      String name, Map<String, Map<String, TargetConnection>> named) {
    List<String> known = new ArrayList<>(List.of(Target.EMBEDDED));
    known.addAll(Preset.names());
    named.keySet().stream().filter(other -> !known.contains(other)).forEach(known::add);
    boolean path = name.contains("/") || name.endsWith(".yaml") || name.endsWith(".yml");
    return new UnknownTargetException(
        path
            ? "there is no target file %s; check the path".formatted(name)
            : "unknown target %s%s"
                .formatted(
                    Shown.quoted(name),
                    DidYouMean.hint(
                        name,
                        known,
                        "; known targets are %s, or name a target file"
                            .formatted(String.join(", ", known)))));
  }
}
