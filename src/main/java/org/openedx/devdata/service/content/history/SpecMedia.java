package org.openedx.devdata.service.content.history;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openedx.devdata.service.content.media.ByteSource;
import org.openedx.devdata.service.content.media.Media;
import org.openedx.devdata.service.content.media.MediaApi;
import org.openedx.devdata.service.content.media.MediaStore;
import org.openedx.devdata.service.content.media.MediaType;
import org.openedx.devdata.spec.InputFile;
import org.openedx.devdata.spec.IoReason;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;

/** Turns the {@code olx} and {@code files} of records into media. Not thread-safe. */
final class SpecMedia {

  private final MediaApi media;
  private final MediaStore store;
  private final Problems problems;

  SpecMedia(MediaApi media, MediaStore store, Problems problems) {
    this.media = media;
    this.store = store;
    this.problems = problems;
  }

  /** Attachments that a record names, by path; a dropped one is empty. */
  Map<String, Optional<Media>> of(SpecRecord record, String blockType, Instant created) {
    Map<String, Optional<Media>> attachments = new LinkedHashMap<>();
    olx(record)
        .ifPresent(
            text -> {
              checkText(text, record.positionOf(record.has("olx") ? "olx" : "olx_file"));
              attachments.put(
                  MediaApi.OLX,
                  Optional.of(store.text(MediaType.ofBlock(blockType), text, created)));
            });
    for (SpecRecord file : record.records("files")) {
      String path = file.text("path").orElse("");
      if (checkPath(path, file.positionOf("path"))) {
        attachments.put(path, file(file, blockType, path, created));
      }
    }
    if (record.kind().indexOf("drop_files") >= 0) {
      record.texts("drop_files").forEach(path -> attachments.put(path, Optional.empty()));
    }
    return attachments;
  }

  private Optional<String> olx(SpecRecord record) {
    if (record.has("olx") && record.has("olx_file")) {
      problems.add(record.positionOf("olx_file"), "olx and olx_file are both given; keep one");
    }
    Optional<String> inline = record.text("olx");
    return inline.isPresent()
        ? inline
        : record.text("olx_file").flatMap(path -> readText(path, record.positionOf("olx_file")));
  }

  private Optional<Media> file(SpecRecord file, String blockType, String path, Instant created) {
    long ways = Stream.of("from", "text", "base64").filter(file::has).count();
    if (ways != 1) {
      problems.add(
          file.position(),
          "file '" + path + "' needs one of from, text and base64, and has " + ways);
      return Optional.empty();
    }
    MediaType type =
        file.text("media_type")
            .map(text -> MediaType.parse(text).orElseGet(() -> unknownType(file, text)))
            .orElseGet(() -> media.typeOf(blockType, path));
    if (path.equals(MediaApi.OLX) || file.bool("in_database").orElse(false)) {
      Optional<String> text =
          file.text("text")
              .or(() -> file.text("from").flatMap(from -> readText(from, file.positionOf("from"))));
      if (text.isEmpty()) {
        problems.add(file.position(), "file '" + path + "' is text; give it by text or from");
        return Optional.empty();
      }
      checkText(text.get(), file.position());
      return Optional.of(store.text(type, text.get(), created));
    }
    return bytes(file).map(source -> store.file(type, source, created));
  }

  private MediaType unknownType(SpecRecord file, String text) {
    problems.add(
        file.positionOf("media_type"),
        "media type " + Shown.quoted(text) + " is unknown; write type/sub_type, such as image/png");
    return MediaType.BYTES;
  }

  private Optional<ByteSource> bytes(SpecRecord file) {
    if (file.has("text")) {
      return file.text("text").map(ByteSource::of);
    }
    if (file.has("from")) {
      return file.text("from")
          .flatMap(from -> path(from, file.positionOf("from")))
          .map(ByteSource::of);
    }
    try {
      byte[] bytes =
          Base64.getDecoder().decode(file.text("base64").orElse("").replaceAll("\\s", ""));
      checkSize(bytes.length, file.positionOf("base64"));
      return Optional.of(ByteSource.of(bytes));
    } catch (IllegalArgumentException e) {
      problems.add(file.positionOf("base64"), "base64 is malformed: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** The file that a spec names, when it is there and not too large. */
  private Optional<Path> path(String from, Position position) {
    try {
      Path path = SpecPaths.resolve(from, position);
      if (!Files.isRegularFile(path)) {
        problems.add(
            position,
            Files.exists(path)
                ? Shown.quoted(path.toString()) + " is no file but a folder or a device"
                : "there is no file " + Shown.quoted(path.toString()));
        return Optional.empty();
      }
      checkSize(Files.size(path), position);
      return Optional.of(path);
    } catch (IOException | InvalidPathException e) {
      problems.add(position, unreadable(from, e));
      return Optional.empty();
    }
  }

  private static String unreadable(String from, Exception failure) {
    String reason =
        failure instanceof IOException io ? IoReason.of(io) : "it is no path on this machine";
    return "cannot read " + Shown.quoted(from) + ": " + reason;
  }

  private Optional<String> readText(String from, Position position) {
    Optional<Path> path = path(from, position);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InputFile.text(path.get()));
    } catch (CharacterCodingException e) {
      problems.add(position, Shown.quoted(from) + " is not UTF-8; save it in that encoding");
    } catch (IOException e) {
      problems.add(position, unreadable(from, e));
    }
    return Optional.empty();
  }

  private boolean checkPath(String path, Position position) {
    boolean outside = Stream.of(path.split("/", -1)).anyMatch(part -> part.equals(".."));
    if (path.startsWith("/") || path.indexOf('\\') >= 0 || outside) {
      problems.add(
          position,
          "path "
              + Shown.quoted(path)
              + " leads out of the component; write one like static/a.png");
      return false;
    }
    return true;
  }

  private void checkText(String text, Position position) {
    int length = text.codePointCount(0, text.length());
    if (length > MediaApi.LONGEST_TEXT) {
      problems.add(
          position,
          "the text has " + length + " characters; at most " + MediaApi.LONGEST_TEXT + " are kept");
    }
  }

  private void checkSize(long size, Position position) {
    if (size > MediaApi.LARGEST) {
      problems.add(
          position, "the file has " + size + " bytes; at most " + MediaApi.LARGEST + " are kept");
    }
  }
}
