package org.openedx.devdata.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A full disk is reported with the file: streams and channels of the system do not name it. */
class NamedFilesTest {

  private static final Pattern WRITES =
      Pattern.compile(
          "Files\\.(write|writeString|newBufferedWriter|newOutputStream)\\("
              + "|FileChannel\\.open\\([^;]*WRITE|newByteChannel\\([^;]*WRITE");

  /** Places whose callers name the folder or file of each failure. */
  private static final Pattern NAMED_BY_CALLERS =
      Pattern.compile("/embedded/|/TimingLog\\.java|/rows/MediaFolder\\.java|/RunLock\\.java");

  @Test
  void whateverWritesNamesItsFile() throws IOException {
    List<String> nameless = new ArrayList<>();
    try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
      for (Path file : all.filter(path -> path.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        if (WRITES.matcher(text).find()
            && !text.contains("FileFailure.at(")
            && !NAMED_BY_CALLERS.matcher(file.toString()).find()) {
          nameless.add(file.toString());
        }
      }
    }
    assertThat(nameless).isEmpty();
  }
}
