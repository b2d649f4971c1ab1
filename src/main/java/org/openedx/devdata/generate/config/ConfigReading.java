package org.openedx.devdata.generate.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.world.keys.WorldReader;

/**
 * A configuration that is being checked. A value that was refused when it was read is absent, and
 * reported already.
 *
 * @param values what could be read
 * @param written the keys that the file has, by their documented names
 * @param meant the keys that unknown ones of the file probably mean; they are not missing too
 * @param problems where problems and warnings go
 */
public record ConfigReading(
    ConfigValues values, Set<String> written, Set<String> meant, Problems problems) {

  /** Unknown keys that are compared with the known ones; further problems are only counted. */
  private static final int MAXIMUM_HINTS = 100;

  /** A file of which the settings were read. */
  static ConfigReading of(ConfigValues values, MapNode root, Problems problems) {
    Kind kind = values.record().kind();
    Set<String> written =
        IntStream.range(0, root.size())
            .map(entry -> kind.indexOf(root.key(entry)))
            .filter(index -> index >= 0)
            .mapToObj(index -> kind.fields().get(index).name())
            .collect(Collectors.toSet());
    List<String> names = kind.fields().stream().map(Field::name).toList();
    Set<String> meant =
        IntStream.range(0, root.size())
            .mapToObj(root::key)
            .filter(key -> kind.indexOf(key) < 0)
            .limit(MAXIMUM_HINTS)
            .flatMap(key -> DidYouMean.among(key, names).stream())
            .collect(Collectors.toSet());
    return new ConfigReading(values, written, meant, problems);
  }

  /** Adds a problem where a key's value stands, or where the file begins. */
  public void problem(String key, String message) {
    problems.add(values.record().positionOf(key), message);
  }

  /** Adds what is allowed and looks like a mistake. */
  public void warn(String key, String message) {
    problems.warn(values.record().positionOf(key), message);
  }

  /**
   * Adds a problem when none of some keys has a value.
   *
   * @param anyOf the first is the one to be asked for
   * @param remedy the end of a sentence: what to give
   */
  void need(List<String> anyOf, String remedy) {
    if (anyOf.stream().noneMatch(meant::contains)
        && anyOf.stream().noneMatch(key -> written.contains(key) && !values.isEmpty(key))) {
      String key = anyOf.get(0);
      problem(
          key,
          "%s in load-db %s; %s"
              .formatted(
                  Shown.quoted(key), values.isEmpty(key) ? "has no value" : "is missing", remedy));
    }
  }

  /** Adds a problem unless a key is absent or has the absolute URL of a web server. */
  public void url(String key) {
    values
        .text(key)
        .filter(url -> !WorldReader.isUrl(url))
        .ifPresent(
            url ->
                problem(
                    key,
                    "%s is %s; write a URL such as http://host:port/path"
                        .formatted(key, Shown.quoted(url))));
  }

  /** Adds a problem when a key names a folder in which nothing can be written. */
  public void folder(String key) {
    values
        .name(key)
        .filter(folder -> !isWritable(folder))
        .ifPresent(
            folder ->
                problem(
                    key,
                    "cannot write to %s; give a folder that can be written to"
                        .formatted(Shown.quoted(folder))));
  }

  private static boolean isWritable(String folder) {
    try {
      Path existing = Path.of(folder).toAbsolutePath();
      while (existing != null && !Files.exists(existing)) {
        existing = existing.getParent();
      }
      return existing != null && Files.isDirectory(existing) && Files.isWritable(existing);
    } catch (InvalidPathException notOne) {
      return false;
    }
  }
}
