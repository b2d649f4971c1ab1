package org.openedx.devdata.sink.file;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32C;
import org.openedx.devdata.bytes.FileFailure;

/**
 * Small JSON files that a run leaves for a later one, with a checksum in them: whatever has become
 * of one meanwhile, it is read as it was written or not at all. Stateless.
 */
public final class SealedJson {

  private static final String SEAL = "seal";
  private static final long MAX_BYTES = 1L << 28;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private SealedJson() {}

  /** Writes a file, replacing one that is there, as a whole or not at all. */
  public static void write(Path file, ObjectNode content) throws IOException {
    ObjectNode sealed = content.deepCopy();
    sealed.put(SEAL, seal(content));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.write(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(sealed));
    } catch (IOException e) {
      throw FileFailure.at(file, e);
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read, or is not as it was written
   */
  public static ObjectNode read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + " is no file; move it away");
    }
    if (Files.size(file) <= MAX_BYTES && parsed(file) instanceof ObjectNode content) {
      String given = content.path(SEAL).asText();
      content.remove(SEAL);
      if (seal(content).equals(given)) {
        return content;
      }
    }
    throw damaged(file);
  }

  /** The failure of a file that is not as a run has left it. */
  public static IOException damaged(Path file) {
    return new IOException(
        file
            + " is damaged, or of another version: it is not as a run has left it; move it away and"
            + " load again");
  }

  private static JsonNode parsed(Path file) throws IOException {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      return null;
    }
  }

  private static String seal(ObjectNode content) throws IOException {
    CRC32C sum = new CRC32C();
    sum.update(JSON.writeValueAsBytes(content));
    return "%08x".formatted(sum.getValue());
  }
}
