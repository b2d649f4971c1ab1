package org.openedx.devdata.service.content.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openedx.devdata.jdbc.MySqlDatabase;

/**
 * The platform's tables of libraries for the embedded database, so that a library is seen there as
 * Studio would see it. Stateless.
 */
public final class EmbeddedLibraries {

  private static final Pattern TABLE = Pattern.compile("CREATE TABLE `(?<name>\\w+)`");

  private EmbeddedLibraries() {}

  /** Makes those that are missing; content of the current layout has to be there. */
  public static void create(MySqlDatabase database) {
    for (String statement : script().replaceAll("(?m)^--.*$", "").split(";\n")) {
      Matcher table = TABLE.matcher(statement);
      if (table.find() && !database.schema().has(table.group("name"))) {
        database.handle().execute(statement);
      }
    }
  }

  private static String script() {
    try (InputStream in = EmbeddedLibraries.class.getResourceAsStream("embedded-libraries.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
