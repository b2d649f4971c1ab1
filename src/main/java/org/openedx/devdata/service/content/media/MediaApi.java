package org.openedx.devdata.service.content.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;

/** Face of media for other applets: limits, and the type of a file by its name. Immutable. */
public final class MediaApi {

  /** The largest medium, in bytes. */
  public static final long LARGEST = 50_000_000;

  /** The longest text that is kept in the database, in characters. */
  public static final int LONGEST_TEXT = 50_000;

  /** The longest path of an attachment, in characters. */
  public static final int LONGEST_PATH = 500;

  /** The attachment that holds a component's OLX. */
  public static final String OLX = "block.xml";

  private final Properties types = new Properties();

  /** Reads the table of extensions. */
  public MediaApi() {
    try (InputStream in = MediaApi.class.getResourceAsStream("media-types.properties")) {
      types.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The type of an attachment of a component.
   *
   * @param blockType the component's type, such as {@code problem}
   * @param path the attachment's path
   */
  public MediaType typeOf(String blockType, String path) {
    if (path.equals(OLX)) {
      return MediaType.ofBlock(blockType);
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    String type =
        dot <= 0 ? null : types.getProperty(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    return type == null ? MediaType.BYTES : MediaType.parse(type).orElseThrow();
  }
}
