package org.openedx.devdata.keep.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.bytes.WholeFile;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.spec.InputFile;
import org.openedx.devdata.spec.IoReason;

/**
 * Ledgers of databases in one JSON file, for accounts that may not create a table. It is replaced
 * when a transaction is committed: after a kill in between, rows of that load count as adopted. Not
 * thread-safe.
 */
final class LedgerFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final List<Kept> parts = new ArrayList<>();
  private final List<Loaded> loads = new ArrayList<>();

  /** A part of the ledger of a database. */
  record Kept(String database, LedgerPart part) {}

  /** A load into a database. */
  record Loaded(String database, LoadRecord load) {}

  private LedgerFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a file, if it is there.
   *
   * @throws DatabaseException when it is no ledger, or one of a later devdata
   */
  static LedgerFile read(Path file) {
    LedgerFile ledger = new LedgerFile(file);
    if (!Files.exists(file)) {
      return ledger;
    }
    if (!Files.isRegularFile(file)) {
      throw new DatabaseException("--ledger %s is no regular file; name another".formatted(file));
    }
    try (InputStream input = InputFile.open(file)) {
      JsonNode root = JSON.readTree(input.readAllBytes());
      int format = root.path("format").asInt(0);
      if (format > LedgerStore.FORMAT) {
        throw new DatabaseException(
            "--ledger %s was written by a later devdata (form %d, this one reads up to %d); use that"
                    .formatted(file, format, LedgerStore.FORMAT)
                + " version, or at least as new a one");
      }
      if (format < 1) {
        throw new DatabaseException(
            "--ledger %s is no ledger of devdata; name another file".formatted(file));
      }
      for (JsonNode part : root.path("parts")) {
        ledger.parts.add(
            new Kept(
                part.path("database").asText(),
                new LedgerPart(
                    part.path("spec").asText(),
                    part.path("ida").asText(),
                    part.path("table").asText(),
                    part.path("part").asInt(),
                    part.path("payload").binaryValue())));
      }
      for (JsonNode load : root.path("loads")) {
        ledger.loads.add(
            new Loaded(
                load.path("database").asText(),
                new LoadRecord(
                    load.path("spec").asText(),
                    load.path("ida").asText(),
                    load.path("host").asText(),
                    load.path("folder").asText(),
                    load.path("version").asText(),
                    Instant.parse(load.path("at").asText()))));
      }
      return ledger;
    } catch (IOException | RuntimeException e) {
      if (e instanceof DatabaseException known) {
        throw known;
      }
      throw new DatabaseException(
          "--ledger %s cannot be read as a ledger of devdata (%s); name another file"
              .formatted(
                  file,
                  e instanceof IOException io && !(e instanceof JsonProcessingException)
                      ? IoReason.of(io)
                      : firstLine(e)),
          e);
    }
  }

  private static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  List<Kept> parts() {
    return parts;
  }

  List<Loaded> loads() {
    return loads;
  }

  /** Replaces the file as a whole. */
  void save() {
    ObjectNode root = JSON.createObjectNode().put("format", LedgerStore.FORMAT);
    for (Loaded one : loads) {
      root.withArray("loads")
          .addObject()
          .put("database", one.database())
          .put("spec", one.load().spec())
          .put("ida", one.load().ida())
          .put("host", one.load().host())
          .put("folder", one.load().folder())
          .put("version", one.load().version())
          .put("at", one.load().at().toString());
    }
    for (Kept one : parts) {
      root.withArray("parts")
          .addObject()
          .put("database", one.database())
          .put("spec", one.part().spec())
          .put("ida", one.part().ida())
          .put("table", one.part().table())
          .put("part", one.part().part())
          .put("payload", one.part().payload());
    }
    try {
      byte[] bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
      WholeFile.write(file, out -> out.write(bytes));
    } catch (IOException e) {
      throw new DatabaseException(
          "--ledger %s cannot be written (%s); the rows are committed, and count as adopted by the"
                  .formatted(file, e.getMessage())
              + " next load",
          e);
    }
  }
}
