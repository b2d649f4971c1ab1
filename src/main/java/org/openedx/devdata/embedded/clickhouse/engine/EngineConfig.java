package org.openedx.devdata.embedded.clickhouse.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Configuration of the engine at its start: rights of the account of all requests, its settings,
 * the tables that a server has and the library has not.
 *
 * @param file the engine's configuration
 */
public record EngineConfig(Path file) {

  /** Writes the configuration into a data folder. */
  static EngineConfig write(Path data) throws IOException {
    Path folder = Files.createDirectories(data.resolve("config"));
    Path users = folder.resolve("users.xml");
    Files.writeString(users, resource("users.xml"));
    Path engine = folder.resolve("engine.xml");
    Files.writeString(engine, resource("engine.xml").replace("@USERS@", escaped(users.toString())));
    return new EngineConfig(engine);
  }

  /** Statements that make the missing tables; they last as long as the engine. */
  static List<String> systemTables() {
    try {
      String text = resource("system-tables.sql").replaceAll("(?m)^--.*$", "");
      return Arrays.stream(text.split(";", -1)).filter(part -> !part.isBlank()).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = EngineConfig.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
