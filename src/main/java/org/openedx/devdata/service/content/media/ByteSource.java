package org.openedx.devdata.service.content.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.openedx.devdata.spec.InputFile;

/** Source of the bytes of a medium; asked once for its digest and once for its file. */
@FunctionalInterface
public interface ByteSource {

  /** All bytes. */
  byte[] read();

  /** Bytes that are at hand. */
  static ByteSource of(byte[] bytes) {
    return () -> bytes;
  }

  /** Text as UTF-8. */
  static ByteSource of(String text) {
    return () -> text.getBytes(StandardCharsets.UTF_8);
  }

  /** A file, read when it is asked for. */
  static ByteSource of(Path file) {
    return () -> {
      try (InputStream input = InputFile.open(file)) {
        return input.readAllBytes();
      } catch (IOException e) {
        throw new MediaException("cannot read " + file, e);
      }
    };
  }
}
