package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import net.jpountz.lz4.LZ4FrameInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.world.dump.DumpTable;

/** The keys {@code compression} and {@code compression_level}. */
class LoadDbCompressionTest {

  @TempDir private Path folder;
  private CommandLab lab;

  @BeforeEach
  void lab() {
    lab = new CommandLab(folder);
  }

  private Path load(String name, String keys) {
    lab.file(
        name + ".yaml",
        "backend: csv\ncsv_output_destination: " + name + "\n" + keys + SmallLoads.WORLD);
    CommandLab.Result result = lab.run("load-db", "--config_file", name + ".yaml");
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.DONE);
    return folder.resolve(name);
  }

  private static InputStream unpacked(Path file) throws IOException {
    InputStream packed = new ByteArrayInputStream(Files.readAllBytes(file));
    String name = file.getFileName().toString();
    return switch (name.substring(name.lastIndexOf('.'))) {
      case ".gz" -> new GZIPInputStream(packed);
      case ".zst" -> new ZstdInputStream(packed);
      case ".lz4" -> new LZ4FrameInputStream(packed);
      default -> packed;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                                              | .gz
          compression: gzip                   | .gz
          compression_level: 9                | .gz
          compression: zstd                   | .zst
          compression: zstd, compression_level: 9 | .zst
          compression: lz4                    | .lz4
          """)
  void everyFileIsPackedAsAskedAndHoldsTheSame(String keys, String suffix) throws IOException {
    Path plain = load("plain", "compression: none\n");
    Path packed = load("packed", keys == null ? "" : keys.replace(", ", "\n") + "\n");

    for (DumpTable table : DumpTable.values()) {
      Path file = packed.resolve(table.fileName() + ".csv" + suffix);
      assertThat(unpacked(file).readAllBytes())
          .as(table.toString())
          .isEqualTo(Files.readAllBytes(plain.resolve(table.fileName() + ".csv")));
    }
    assertThat(packed.resolve("xapi.csv" + suffix))
        .satisfies(file -> assertThat(Files.size(file) * 4).isLessThan(plainSize(plain)));
  }

  private static long plainSize(Path plain) throws IOException {
    return Files.size(plain.resolve("xapi.csv"));
  }

  @ParameterizedTest
  @CsvSource({"gzip, 1, 9, .gz", "zstd, 1, 12, .zst"})
  void aHigherLevelMakesSmallerFiles(String compression, int low, int high, String suffix)
      throws IOException {
    String keys = "compression: " + compression + "\ncompression_level: ";
    Path fast = load("fast", keys + low + "\n").resolve("xapi.csv" + suffix);
    Path small = load("small", keys + high + "\n").resolve("xapi.csv" + suffix);

    assertThat(Files.size(small)).isLessThan(Files.size(fast));
  }

  @Test
  void whatIsUsedIsToldAtTheStart() {
    lab.file(
        "run.yaml",
        "backend: csv\ncsv_output_destination: out\ncompression: zstd\n" + SmallLoads.WORLD);

    assertThat(lab.run("load-db", "--config_file", "run.yaml").out())
        .startsWith("run.yaml -> csv in out (zstd)\n");
  }
}
