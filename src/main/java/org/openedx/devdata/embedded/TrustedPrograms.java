package org.openedx.devdata.embedded;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks whether another user than the one of this process, or the administrator, could have changed
 * programs that are about to be run: by their files, the folders with them, or the folders above.
 */
public final class TrustedPrograms {

  private static final Path OWN_PROCESS = Path.of("/proc/self");
  private static final int STICKY = 01000;

  private final UserPrincipal user;

  private TrustedPrograms(UserPrincipal user) {
    this.user = user;
  }

  /**
   * Requires it of a file, or of a folder and all in it; elsewhere than on POSIX systems nothing is
   * looked at.
   *
   * @throws EmbeddedServerException with the path that could have been changed, and the remedy
   */
  public static void require(Path programs) throws IOException {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("unix")) {
      return;
    }
    Path own = Files.exists(OWN_PROCESS) ? OWN_PROCESS : Path.of(System.getProperty("user.home"));
    require(programs, Files.getOwner(own));
  }

  /** Does the same for a user. */
  static void require(Path programs, UserPrincipal user) throws IOException {
    Path real = programs.toRealPath();
    TrustedPrograms look = new TrustedPrograms(user);
    for (Path above = real.getParent(); above != null; above = above.getParent()) {
      refuse(above, look.trouble(above, true));
    }
    try (Stream<Path> files = Files.walk(real)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        refuse(file, look.trouble(file, false));
      }
    }
  }

  /**
   * Describes why another user could change it.
   *
   * @param above whether it only holds the programs somewhere below: then a sticky folder will do,
   *     in which all users may make files and none may touch those of others
   */
  private Optional<String> trouble(Path file, boolean above) throws IOException {
    PosixFileAttributes attributes =
        Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (attributes.isSymbolicLink()) {
      return Optional.empty();
    }
    UserPrincipal owner = attributes.owner();
    int owned = (Integer) Files.getAttribute(file, "unix:uid");
    if (owned != 0 && !owner.equals(user)) {
      return Optional.of("belongs to " + owner.getName());
    }
    int mode = (Integer) Files.getAttribute(file, "unix:mode");
    if (above && (mode & STICKY) != 0) {
      return Optional.empty();
    }
    Set<PosixFilePermission> permissions = attributes.permissions();
    if (permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      return Optional.of("may be written by every user");
    }
    // Many systems give each user a group of the same name.
    boolean shared =
        permissions.contains(PosixFilePermission.GROUP_WRITE)
            && !attributes.group().getName().equals(owner.getName());
    return shared
        ? Optional.of("may be written by the group " + attributes.group().getName())
        : Optional.empty();
  }

  private static void refuse(Path file, Optional<String> trouble) {
    if (trouble.isPresent()) {
      throw new EmbeddedServerException(
          "no program is run that another user could have changed, and %s %s: correct that, or name a folder of your own in %s"
              .formatted(file, trouble.get(), CacheFolder.VARIABLE));
    }
  }
}
