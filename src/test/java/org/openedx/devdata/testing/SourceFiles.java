package org.openedx.devdata.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The Java files of one side of the project, main or test, by package. */
public enum SourceFiles {
  MAIN,
  TEST;

  private static final String ENDING = ".java";

  /**
   * A file.
   *
   * @param inPackage its package below the project's own; empty for that itself
   * @param name of its class
   */
  public record Source(String inPackage, String name, String text) {

    public long lines() {
      return text.lines().count();
    }

    @Override
    public String toString() {
      return inPackage + "." + name + " (" + lines() + " lines)";
    }
  }

  private Path root() {
    return Path.of("src", name().toLowerCase(java.util.Locale.ROOT), "java/org/openedx/devdata");
  }

  /** All files, in order. */
  public List<Source> all() throws IOException {
    try (Stream<Path> files = Files.walk(root())) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .sorted()
          .map(this::source)
          .toList();
    }
  }

  private Source source(Path file) {
    try {
      return new Source(
          root().relativize(file.getParent()).toString().replace('/', '.'),
          file.getFileName().toString().replace(ENDING, ""),
          Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Packages that have files. */
  public Set<String> packages() throws IOException {
    Set<String> packages = new TreeSet<>();
    all().forEach(file -> packages.add(file.inPackage()));
    return packages;
  }

  /** Returns whether a package has a file of a name. */
  public boolean has(String inPackage, String name) {
    return Files.exists(root().resolve(inPackage.replace('.', '/')).resolve(name + ENDING));
  }
}
