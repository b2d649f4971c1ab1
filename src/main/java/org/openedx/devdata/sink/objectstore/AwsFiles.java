package org.openedx.devdata.sink.objectstore;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileLocation;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/** AWS's own files of this user, with regions and logins by profile. Stateless. */
final class AwsFiles {

  private static final Pattern LINE = Pattern.compile("\\bon line (\\d+)");

  private AwsFiles() {}

  /** Describes what is wrong with them: a file that cannot be read, a profile that is not there. */
  static Optional<String> fault() {
    Path config = ProfileFileLocation.configurationFilePath();
    Path credentials = ProfileFileLocation.credentialsFilePath();
    return fault(config, ProfileFile.Type.CONFIGURATION)
        .or(() -> fault(credentials, ProfileFile.Type.CREDENTIALS))
        .or(() -> missingProfile(config, credentials));
  }

  private static Optional<String> fault(Path file, ProfileFile.Type type) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      return Optional.of("%s is not a file that can be read".formatted(file));
    }
    try {
      read(file, type);
      return Optional.empty();
    } catch (RuntimeException unreadable) {
      Matcher line = LINE.matcher(String.valueOf(unreadable.getMessage()));
      return Optional.of(
          "%s is not as AWS's files are%s: profiles in brackets, below each lines of KEY = VALUE"
              .formatted(file, line.find() ? ", from line " + line.group(1) + " on" : ""));
    }
  }

  private static Optional<String> missingProfile(Path config, Path credentials) {
    Optional<String> named = ProfileFileSystemSetting.AWS_PROFILE.getStringValue();
    boolean there =
        named.isEmpty()
            || named.get().equals("default")
            || has(config, ProfileFile.Type.CONFIGURATION, named.get())
            || has(credentials, ProfileFile.Type.CREDENTIALS, named.get());
    return there
        ? Optional.empty()
        : Optional.of(
            "there is no profile '%s' (AWS_PROFILE) in %s or %s"
                .formatted(named.get(), config, credentials));
  }

  private static boolean has(Path file, ProfileFile.Type type, String profile) {
    return Files.exists(file) && read(file, type).profile(profile).isPresent();
  }

  /**
   * @throws IllegalArgumentException when it is not as such files are
   * @throws SdkException when it cannot be read
   */
  private static ProfileFile read(Path file, ProfileFile.Type type) {
    return ProfileFile.builder().content(file).type(type).build();
  }
}
