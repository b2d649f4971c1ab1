package org.openedx.devdata.service.content.media;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A media type in the three parts that the tables hold.
 *
 * @param type before the slash: {@code image}
 * @param subType after it: {@code svg}
 * @param suffix after a plus: {@code xml}; empty if none
 */
public record MediaType(String type, String subType, String suffix) {

  /** Type that is stored when nothing is known of a file. */
  public static final MediaType BYTES = new MediaType("application", "octet-stream", "");

  private static final int LONGEST = 127;
  private static final Pattern FORM =
      Pattern.compile(
          "(?<type>[A-Za-z0-9!#$&^_.-]+)/(?<sub>[A-Za-z0-9!#$&^_.-]+)(?:\\+(?<suffix>[A-Za-z0-9.-]+))?");

  /** Reads {@code type/sub_type} or {@code type/sub_type+suffix}; empty when it is neither. */
  public static Optional<MediaType> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String suffix = matcher.group("suffix") == null ? "" : matcher.group("suffix");
    MediaType read = new MediaType(matcher.group("type"), matcher.group("sub"), suffix);
    boolean fits = read.type.length() <= LONGEST && read.subType.length() <= LONGEST;
    return fits && suffix.length() <= LONGEST ? Optional.of(read) : Optional.empty();
  }

  /** The type of a block's OLX. */
  public static MediaType ofBlock(String blockType) {
    return new MediaType("application", "vnd.openedx.xblock.v1." + blockType, "xml");
  }

  @Override
  public String toString() {
    return type + "/" + subType + (suffix.isEmpty() ? "" : "+" + suffix);
  }
}
