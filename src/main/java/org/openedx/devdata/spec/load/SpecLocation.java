package org.openedx.devdata.spec.load;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openedx.devdata.spec.Shown;

/** Location of a spec file. Immutable. */
sealed interface SpecLocation {

  /** A file; the path is relative to the process's folder unless absolute. */
  record LocalFile(Path path) implements SpecLocation {
    @Override
    public String name() {
      return path.toString();
    }

    @Override
    public Object identity() {
      return path.toAbsolutePath().normalize();
    }
  }

  /** An http address. */
  record Web(URI address) implements SpecLocation {
    @Override
    public String name() {
      String full = address.toString();
      int query = full.indexOf('?'); // may hold a token
      return query < 0 ? full : full.substring(0, query);
    }

    @Override
    public Object identity() {
      return address;
    }
  }

  /** Standard input. */
  record StandardInput() implements SpecLocation {
    @Override
    public String name() {
      return "<stdin>";
    }

    @Override
    public Object identity() {
      return "-";
    }
  }

  Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+)://.*", Pattern.DOTALL);

  /** As many characters as any system takes. */
  int LONGEST = 4096;

  /** For positions; holds no secret. */
  String name();

  /** Equal for two spellings of one place. */
  Object identity();

  /**
   * The place that a person wrote.
   *
   * @param base the file in which it is written, when it is; relative paths go out from its folder
   * @param root the folder from which relative paths go out instead
   * @throws IllegalArgumentException with a message for a person
   */
  static SpecLocation of(String written, Optional<SpecLocation> base, Optional<Path> root) {
    if (written.isBlank()) {
      throw new IllegalArgumentException("the path is empty; name a spec file");
    }
    if (written.length() > LONGEST) {
      throw new IllegalArgumentException(
          "the path has %,d characters: %s; name a spec file"
              .formatted(written.length(), Shown.quoted(written)));
    }
    if (written.equals("-")) {
      return new StandardInput();
    }
    if (SCHEME.matcher(written).matches()) {
      return web(written);
    }
    try {
      Path path = Path.of(written);
      if (root.isPresent()) {
        return new LocalFile(root.get().resolve(path));
      }
      if (base.orElse(null) instanceof Web web) {
        return web(web.address().resolve(relativeAddress(written)).toString());
      }
      return base.orElse(null) instanceof LocalFile file
          ? new LocalFile(file.path().resolveSibling(path))
          : new LocalFile(path);
    } catch (InvalidPathException e) {
      throw noPath(written, e);
    }
  }

  private static IllegalArgumentException noPath(String written, Exception cause) {
    return new IllegalArgumentException(
        Shown.quoted(written) + " is no path: no file can have such a name", cause);
  }

  private static URI relativeAddress(String written) {
    try {
      return new URI(null, null, written, null);
    } catch (java.net.URISyntaxException e) {
      throw noPath(written, e);
    }
  }

  private static Web web(String written) {
    URI address;
    try {
      address = new URI(written);
    } catch (java.net.URISyntaxException e) {
      throw new IllegalArgumentException(
          Shown.quoted(written)
              + " is no address; write http://host/path, with %20 for a blank and no other special"
              + " characters",
          e);
    }
    String scheme = String.valueOf(address.getScheme()).toLowerCase(java.util.Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException(
          "addresses of the scheme \"%s\" are not read; use http, https or a path"
              .formatted(address.getScheme()));
    }
    if (address.getHost() == null) {
      throw new IllegalArgumentException("the address names no host; write http://host/path");
    }
    if (address.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "the address holds a user or password, which is not supported; download the file first");
    }
    return new Web(address);
  }
}
