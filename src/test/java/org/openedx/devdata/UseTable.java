package org.openedx.devdata;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The table of a page that says which package may use which.
 *
 * @param rows by package; a row without a set may use everything
 */
record UseTable(Map<String, Optional<Set<String>>> rows) {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (`[^|]+`) \\| [^|]+ \\| ([^|]+) \\|$");
  private static final Pattern NAME = Pattern.compile("`([a-z][a-z0-9.]*)`");

  static UseTable of(Path page) {
    try {
      Map<String, Optional<Set<String>>> rows = new LinkedHashMap<>();
      for (MatchResult row : ROW.matcher(Files.readString(page)).results().toList()) {
        Optional<Set<String>> used =
            row.group(2).equals("everything") ? Optional.empty() : Optional.of(names(row.group(2)));
        names(row.group(1)).forEach(name -> rows.put(name, used));
      }
      return new UseTable(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> names(String cell) {
    return NAME.matcher(cell).results().map(name -> name.group(1)).collect(Collectors.toSet());
  }

  /**
   * The package of the row that speaks for a package: its own, or that of the nearest around it.
   */
  Optional<String> row(String name) {
    return rows.keySet().stream()
        .filter(row -> isWithin(name, row))
        .reduce((one, other) -> one.length() > other.length() ? one : other);
  }

  /** Whether code of a package may use another one's. */
  boolean allows(String from, String to) {
    Optional<String> row = row(from);
    return row.isPresent()
        && (row(to).equals(row)
            || rows.get(row.get())
                .map(used -> row(to).filter(used::contains).isPresent())
                .orElse(true));
  }

  private static boolean isWithin(String name, String around) {
    return name.equals(around) || name.startsWith(around + ".");
  }

  /** The condition that classes keep the table; {@code Main} at the root may use everything. */
  ArchCondition<JavaClass> beKept(String root) {
    return new ArchCondition<>("use what their package's row in docs/architecture.md allows") {
      @Override
      public void check(JavaClass owner, ConditionEvents events) {
        String from = below(owner, root);
        if (from.isEmpty()) {
          return;
        }
        if (row(from).isEmpty()) {
          events.add(SimpleConditionEvent.violated(owner, "no row for package " + from));
        }
        for (Dependency dependency : owner.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass().getBaseComponentType();
          boolean ours = (target.getPackageName() + ".").startsWith(root);
          if (ours && !allows(from, below(target, root))) {
            events.add(SimpleConditionEvent.violated(owner, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static String below(JavaClass type, String root) {
    String name = type.getPackageName() + ".";
    return name.equals(root) ? "" : name.substring(root.length(), name.length() - 1);
  }
}
