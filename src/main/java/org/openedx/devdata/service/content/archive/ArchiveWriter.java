package org.openedx.devdata.service.content.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.openedx.devdata.bytes.WholeFile;
import org.openedx.devdata.service.content.archive.zip.FileNames;
import org.openedx.devdata.service.content.archive.zip.ZipEntries;
import org.openedx.devdata.service.content.components.ComponentKey;

/** Writes an archive as upstream's backup does: the same names, folders, texts and times. */
final class ArchiveWriter {

  /** The first moment that a zip entry can hold. */
  private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Archive archive;
  private final FileNames names = new FileNames();
  private final Set<String> folders = new HashSet<>();

  ArchiveWriter(Archive archive) {
    this.archive = archive;
  }

  void write(Path file) throws IOException {
    WholeFile.write(
        file,
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            write(zip);
          }
        });
  }

  private void write(ZipOutputStream zip) throws IOException {
    Instant updated = archive.learningPackage().updated();
    file(zip, "package.toml", ArchiveText.of(archive.meta(), archive.learningPackage()), updated);
    folder(zip, "entities/", updated);
    folder(zip, "collections/", updated);
    for (ArchivedEntity entity : archive.entities()) {
      write(zip, entity, updated);
    }
    for (ArchivedCollection collection : archive.collections()) {
      file(
          zip,
          "collections/" + names.of(collection.key()) + ".toml",
          ArchiveText.of(collection),
          collection.modified().orElse(collection.created()));
    }
  }

  private void write(ZipOutputStream zip, ArchivedEntity entity, Instant updated)
      throws IOException {
    Instant newest =
        Stream.concat(
                Stream.of(updated),
                entity.versions().stream().flatMap(version -> version.created().stream()))
            .max(Instant::compareTo)
            .orElseThrow();
    if (entity.container().isPresent()) {
      file(zip, "entities/" + names.of(entity.key()) + ".toml", ArchiveText.of(entity), newest);
      return;
    }
    ComponentKey key = ComponentKey.parse(entity.key()).orElseThrow();
    String path = "entities/" + key.namespace() + "/" + key.type() + "/" + names.of(key.localKey());
    file(zip, path + ".toml", ArchiveText.of(entity), newest);
    for (ArchivedVersion version : entity.versions()) {
      Instant created = version.created().orElse(updated);
      String folder = path + "/component_versions/v" + version.number() + "/";
      folder(zip, folder, created);
      folder(zip, folder + "static/", created);
      for (ArchivedFile attachment : version.files()) {
        byte[] bytes = attachment.bytes().read();
        file(zip, folder + attachment.path(), bytes, created);
      }
    }
  }

  private void file(ZipOutputStream zip, String name, String text, Instant time)
      throws IOException {
    file(zip, name, text.getBytes(StandardCharsets.UTF_8), time);
  }

  private void file(ZipOutputStream zip, String name, byte[] bytes, Instant time)
      throws IOException {
    String fault = ZipEntries.fault(name);
    if (!fault.isEmpty()) {
      throw new IOException("entry '" + name + "' " + fault + "; rename the attachment");
    }
    int slash = name.lastIndexOf('/');
    if (slash > 0) {
      folder(zip, name.substring(0, slash + 1), time);
    }
    zip.putNextEntry(entry(name, time));
    zip.write(bytes);
    zip.closeEntry();
  }

  /** A folder and those above it, each once. */
  private void folder(ZipOutputStream zip, String name, Instant time) throws IOException {
    for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
      String part = name.substring(0, slash + 1);
      if (folders.add(part)) {
        zip.putNextEntry(entry(part, time));
        zip.closeEntry();
      }
    }
  }

  private static ZipEntry entry(String name, Instant time) {
    ZipEntry entry = new ZipEntry(name);
    LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    // Local fields, so that the bytes do not depend on the zone of the machine that writes.
    entry.setTimeLocal(utc.isBefore(EARLIEST) ? EARLIEST : utc);
    return entry;
  }
}
