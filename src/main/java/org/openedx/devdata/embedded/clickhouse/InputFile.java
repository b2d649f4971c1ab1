package org.openedx.devdata.embedded.clickhouse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The data of {@code INSERT INTO t SELECT ... FROM input('structure') FORMAT X}. The library does
 * not hand data to {@code input()} (26.7.3 inserts nothing, without a word), so it is put into a
 * file and the statement reads that. Belongs to one request; closing it deletes the file.
 */
record InputFile(Path path) implements AutoCloseable {

  static InputFile copyOf(InputStream data) throws IOException {
    Path path = Files.createTempFile("devdata-input-", ".data");
    try {
      Files.copy(data, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException e) {
      Files.delete(path);
      throw e;
    }
    return new InputFile(path);
  }

  /** The statement with {@code file(path, format, } in place of {@code input(}. */
  byte[] readBy(Statement statement, byte[] text) {
    int bracket = statement.input();
    while (text[bracket] != '(') {
      bracket++;
    }
    String function =
        "file(%s, %s, "
            .formatted(
                QueryRequest.quote(path.toString()),
                QueryRequest.quote(statement.format().orElseThrow()));
    ByteArrayOutputStream query = new ByteArrayOutputStream();
    query.write(text, 0, statement.input());
    query.writeBytes(function.getBytes(StandardCharsets.UTF_8));
    query.write(text, bracket + 1, statement.end() - bracket - 1);
    return query.toByteArray();
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
