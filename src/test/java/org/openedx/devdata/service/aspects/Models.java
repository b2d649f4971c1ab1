package org.openedx.devdata.service.aspects;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Statements that make models after those of dbt, from {@code models.sql}. */
public final class Models {

  private Models() {}

  /** Those of a release, with {@code {x}}, {@code {s}}, {@code {r}} for the databases. */
  public static List<String> of(String release) {
    StringBuilder lines = new StringBuilder();
    boolean ours = true;
    for (String line : text().split("\n")) {
      if (line.startsWith("-- only ")) {
        ours = line.endsWith(" " + release);
      } else if (line.equals("-- end")) {
        ours = true;
      } else if (ours && !line.startsWith("--")) {
        lines.append(line).append('\n');
      }
    }
    List<String> statements = new ArrayList<>();
    for (String statement : lines.toString().split(";\n")) {
      if (!statement.isBlank()) {
        statements.add(statement);
      }
    }
    return statements;
  }

  /** A statement with the names of a site's databases. */
  public static String filled(String statement, AspectsNames names) {
    return statement
        .replace("{x}", names.source())
        .replace("{s}", names.eventSink())
        .replace("{r}", names.reporting())
        .replace("{o}", names.openedx());
  }

  private static String text() {
    try (InputStream in = Models.class.getResourceAsStream("models.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
