package org.openedx.devdata.generate.config;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openedx.devdata.sink.file.FileStore;
import org.openedx.devdata.sink.file.FolderStore;
import org.openedx.devdata.sink.file.GrowingFile;
import org.openedx.devdata.sink.objectstore.ObjectStore;
import org.openedx.devdata.sink.objectstore.ObjectStoreSettings;
import org.openedx.devdata.spec.Shown;

/**
 * Place of the files of a configuration: a folder, {@code s3://bucket/prefix}, or the URL of any
 * file system that Java knows. Immutable.
 *
 * @param config says where
 * @param folder what a relative path is relative to
 */
public record FilePlace(GenerationConfig config, Path folder) {

  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");
  private static final Pattern S3 = Pattern.compile("s3://([^/]+)(?:/(.*))?");
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  static boolean isUrl(String destination) {
    return URL.matcher(destination).matches();
  }

  /** The fault of a URL, if it has one. */
  static Optional<String> fault(String destination) {
    if (destination.startsWith("s3:")) {
      Matcher parts = S3.matcher(destination);
      return parts.matches()
          ? bucketFault(parts.group(1))
          : Optional.of(
              "'" + Shown.cut(destination) + "' names no bucket; write s3://BUCKET/PREFIX");
    }
    try {
      String scheme = new URI(destination).getScheme();
      if (FileSystemProvider.installedProviders().stream()
          .anyMatch(provider -> provider.getScheme().equalsIgnoreCase(scheme))) {
        return Optional.empty();
      }
      return Optional.of(
          "no file system for '"
              + Shown.cut(destination)
              + "'; give a folder, s3://BUCKET/PREFIX, or a URL of "
              + FileSystemProvider.installedProviders().stream()
                  .map(FileSystemProvider::getScheme)
                  .collect(Collectors.toCollection(TreeSet::new)));
    } catch (URISyntaxException notOne) {
      return Optional.of("'" + Shown.cut(destination) + "' is no URL; write s3://BUCKET/PREFIX");
    }
  }

  /** The fault of the name of a bucket, if it has one. */
  static Optional<String> bucketFault(String name) {
    return BUCKET.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(
            "no object store has a bucket '%s'; a name has 3 to 63 small letters, digits, '-' and '.'"
                .formatted(name));
  }

  private String destination() {
    return config.output().destination();
  }

  /** The bucket, when files go to an object store. */
  public Optional<ObjectStoreSettings> bucket() {
    GenerationConfig.ObjectStore store = config.store();
    if (destination() == null) {
      return Optional.ofNullable(store.bucket()).map(name -> bucket(name, store.prefix()));
    }
    var parts = S3.matcher(destination());
    return parts.matches()
        ? Optional.of(bucket(parts.group(1), parts.group(2) == null ? "" : parts.group(2)))
        : Optional.empty();
  }

  private ObjectStoreSettings bucket(String name, String prefix) {
    GenerationConfig.ObjectStore store = config.store();
    return new ObjectStoreSettings(
        name,
        prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/",
        Optional.ofNullable(store.endpoint()).map(URI::create),
        Optional.ofNullable(store.region()),
        Optional.ofNullable(store.key())
            .map(key -> new ObjectStoreSettings.Login(key, store.secret())),
        store.pathStyle());
  }

  /** The folder, when it is one of this machine. */
  public Optional<Path> localFolder() {
    if (bucket().isPresent() || destination() == null) {
      return Optional.empty();
    }
    if (!isUrl(destination())) {
      return Optional.of(folder.resolve(destination()));
    }
    return destination().startsWith("file:")
        ? Optional.of(Path.of(URI.create(destination())))
        : Optional.empty();
  }

  /** Description for people; no secrets. */
  public String label() {
    if (bucket().isEmpty() && destination() == null) {
      return String.valueOf(config.store().sourceLocation());
    }
    return bucket().map(ObjectStoreSettings::toString).orElseGet(this::destination);
  }

  /** A name for a folder that belongs to it. */
  public String slug() {
    String place = bucket().map(ObjectStoreSettings::url).orElseGet(this::label);
    return place.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("-$", "");
  }

  /** Opens it; nothing is written yet. */
  public FileStore open() throws IOException {
    if (bucket().isPresent()) {
      return new ObjectStore(bucket().get(), config.fingerprint());
    }
    Optional<Path> local = localFolder();
    return local.isPresent() ? new FolderStore(local.get()) : ofUrl(URI.create(destination()));
  }

  private static FileStore ofUrl(URI url) throws IOException {
    try {
      return new FolderStore(Path.of(url));
    } catch (FileSystemNotFoundException notOpen) {
      FileSystem opened = FileSystems.newFileSystem(url, Map.of("create", "true"));
      return new Opened(new FolderStore(Path.of(url)), opened);
    }
  }

  /** A folder of a file system that was opened for it. */
  private record Opened(FolderStore store, FileSystem system) implements FileStore {

    @Override
    public String description() {
      return store.folder().toUri().toString();
    }

    @Override
    public GrowingFile open(String name, long position) throws IOException {
      return store.open(name, position);
    }

    @Override
    public void put(String name, byte[] content) throws IOException {
      store.put(name, content);
    }

    @Override
    public void close() throws IOException {
      system.close();
    }
  }
}
