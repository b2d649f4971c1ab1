package org.openedx.devdata.service.content.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Zip files for tests, also such as no honest writer makes. */
final class TestZip {

  static final String PACKAGE =
      """
      [meta]
      format_version = 1
      created_at = 2025-10-05T18:23:45.180535Z

      [learning_package]
      title = "T"
      key = "lib:Org:T"
      description = ""
      created = 2025-08-19T04:25:10Z
      """;

  private TestZip() {}

  /** A zip of texts by name. */
  static Path of(Path folder, Map<String, String> files) {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return ofBytes(folder, bytes);
  }

  static Path ofBytes(Path folder, Map<String, byte[]> files) {
    Path zip = folder.resolve("lib.zip");
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip.toFile())) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        put(out, file.getKey(), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zip;
  }

  /** An archive with an entity file besides its package. */
  static Path withEntity(Path folder, String name, String... lines) {
    return of(folder, Map.of("package.toml", PACKAGE, name, String.join("\n", lines) + "\n"));
  }

  static void put(ZipArchiveOutputStream out, String name, byte[] bytes) throws IOException {
    out.putArchiveEntry(new ZipArchiveEntry(name));
    out.write(bytes);
    out.closeArchiveEntry();
  }

  /** Everything below a folder, zipped from inside it or with the folder itself around. */
  static Path ofFolder(Path source, Path folder, String prefix) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (Stream<Path> all = Files.walk(source)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        files.put(
            prefix + source.relativize(file).toString().replace('\\', '/'),
            Files.readAllBytes(file));
      }
    }
    return ofBytes(folder, files);
  }
}
