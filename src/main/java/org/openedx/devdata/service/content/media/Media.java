package org.openedx.devdata.service.content.media;

import java.time.Instant;
import java.util.Optional;

/** The bytes of an attachment, once for each package and type. Compared by identity. */
public final class Media {

  private final MediaType type;
  private final String digest;
  private final long size;
  private final Optional<String> text;
  private final ByteSource bytes;
  private final Instant created;

  Media(
      MediaType type,
      String digest,
      long size,
      Optional<String> text,
      ByteSource bytes,
      Instant created) {
    this.type = type;
    this.digest = digest;
    this.size = size;
    this.text = text;
    this.bytes = bytes;
    this.created = created;
  }

  public MediaType type() {
    return type;
  }

  /** See {@link Digests#ofMedia}. */
  public String digest() {
    return digest;
  }

  /** In bytes. */
  public long size() {
    return size;
  }

  /** Text that the database keeps; empty when the bytes are a file beside it. */
  public Optional<String> text() {
    return text;
  }

  /** Moment of its first use. */
  public Instant created() {
    return created;
  }

  /** Its bytes. */
  public ByteSource bytes() {
    return bytes;
  }
}
