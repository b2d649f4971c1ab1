package org.openedx.devdata.spec.load;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.spec.read.KeyParsers;
import org.openedx.devdata.spec.yaml.SpecNode;
import org.openedx.devdata.spec.yaml.YamlReader;

/**
 * Loads the specs of a run: the way in for everything that needs specs. Immutable; safe to share as
 * far as standard input is.
 */
public final class SpecLoader {

  private final Map<String, ServiceDescriptor> services;
  private final ServiceNames names;
  private final KeyParsers keys;
  private final YamlReader yaml;
  private final SpecSources sources;
  private final SpecCheck check;
  private final Map<String, ServiceDescriptor> others;

  /** A loader that knows specs only. */
  public SpecLoader(
      Map<String, ServiceDescriptor> services,
      ServiceNames names,
      KeyParsers keys,
      YamlReader yaml,
      SpecSources sources,
      SpecCheck check) {
    this(services, names, keys, yaml, sources, check, Map.of());
  }

  /**
   * @param services what the files may say, by ida; the order is that of messages and guesses
   * @param names names of services, those that are not served included
   * @param check looks at each spec beyond its form
   * @param others what files may say that are no specs and can only be validated, by name
   */
  public SpecLoader(
      Map<String, ServiceDescriptor> services,
      ServiceNames names,
      KeyParsers keys,
      YamlReader yaml,
      SpecSources sources,
      SpecCheck check,
      Map<String, ServiceDescriptor> others) {
    this.check = check;
    this.others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    this.services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
    this.names = names;
    this.keys = keys;
    this.yaml = yaml;
    this.sources = sources;
  }

  /**
   * Reads a top-level spec and every spec that it lists.
   *
   * @throws SpecException with the problems of all files
   */
  public LoadedSpecs load(LoadRequest request) {
    return run(request.seed()).load(request);
  }

  /**
   * Reads files of either type, and the specs that top-level specs among them list.
   *
   * @throws SpecException with the problems of all files
   */
  public LoadedSpecs validate(ValidateRequest request) {
    return run(0).validate(request);
  }

  /**
   * A sentence that names the type of a file that is not of the given one; empty when it may be.
   */
  public Optional<String> otherThan(String name, SpecNode root) {
    Map<String, ServiceDescriptor> files = new LinkedHashMap<>(services);
    files.putAll(others);
    return new FileType(files).otherThan(name, root);
  }

  private SpecLoading run(long seed) {
    return new SpecLoading(services, names, keys, yaml, sources, check, others, seed);
  }
}
