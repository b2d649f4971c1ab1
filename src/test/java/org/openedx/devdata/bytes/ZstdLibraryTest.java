package org.openedx.devdata.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.testing.JavaCommand;

/** In processes of its own: native code is loaded once a process. */
class ZstdLibraryTest {

  @TempDir private Path folder;

  /** What the processes run. */
  static final class Loader {
    public static void main(String[] arguments) {
      try {
        ZstdLibrary.load();
        System.out.println("loaded");
      } catch (NativeCodeException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  private String load(Path temporary, Path cache) throws IOException, InterruptedException {
    List<String> line = JavaCommand.main(Loader.class);
    line.add(1, "-Djava.io.tmpdir=" + temporary);
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().put("DEVDATA_CACHE", cache.toString());
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes()).strip();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return said;
  }

  @Test
  void cacheTakesThePlaceOfATemporaryFolderThatWillNotDo() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    Path cache = folder.resolve("cache");
    assertThat(load(folder, cache)).isEqualTo("loaded");
    assertThat(cache).doesNotExist();
    assertThat(load(file, cache)).isEqualTo("loaded");
    assertThat(cache.resolve("native")).isDirectory();
    assertThat(load(file, file))
        .contains("neither in the temporary folder " + file)
        .contains("nor in " + file)
        .contains("TMPDIR");
  }
}
