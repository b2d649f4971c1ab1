package org.openedx.devdata.service.content.media;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The media of one package: the same bytes of the same type are kept once. Not thread-safe. */
public final class MediaStore {

  private record Identity(MediaType type, String digest) {}

  private final boolean reading;
  private final Map<Identity, Media> media = new LinkedHashMap<>();

  /**
   * @param reading whether bytes are read and digested; a check of a spec has no need of that
   */
  public MediaStore(boolean reading) {
    this.reading = reading;
  }

  /** All media in the order of their first use. */
  public Collection<Media> all() {
    return Collections.unmodifiableCollection(media.values());
  }

  /** Text that the database keeps. */
  public Media text(MediaType type, String text, Instant created) {
    if (!reading) {
      return keep(
          new Media(type, "text " + text, 0, Optional.of(text), ByteSource.of(text), created));
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return keep(
        new Media(
            type,
            Digests.ofMedia(bytes),
            bytes.length,
            Optional.of(text),
            ByteSource.of(text),
            created));
  }

  /** A file beside the database. */
  public Media file(MediaType type, ByteSource source, Instant created) {
    if (!reading) {
      return keep(new Media(type, "unread " + media.size(), 0, Optional.empty(), source, created));
    }
    byte[] bytes = source.read();
    return keep(
        new Media(type, Digests.ofMedia(bytes), bytes.length, Optional.empty(), source, created));
  }

  private Media keep(Media one) {
    Media before = media.putIfAbsent(new Identity(one.type(), one.digest()), one);
    return before == null ? one : before;
  }
}
