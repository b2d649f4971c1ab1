package org.openedx.devdata.embedded;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Clones of files by the operating system: a second file that shares the blocks of the first until
 * either is written. In this process, since a command that is started for it would go on after a
 * kill. Stateless.
 */
final class FileClone {

  private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);

  private static final int READ_ONLY = 0;

  /** {@code O_WRONLY | O_CREAT | O_EXCL} of Linux. */
  private static final int NEW_FILE = 1 | 0100 | 0200;

  private static final int OWNER_ONLY = 0600;

  /** {@code _IOW(0x94, 9, int)}. */
  private static final long FICLONE = 0x40049409L;

  private FileClone() {}

  /** Functions of the C library. */
  public interface SystemCalls extends Library {

    int open(String path, int flags, int mode);

    int ioctl(int target, long request, int source);

    int close(int file);

    /** Clones a file, on macOS only. */
    int clonefile(String from, String to, int flags);
  }

  /**
   * Clones a file.
   *
   * @param to not there yet; what is left of it when that fails is the caller's to remove
   * @return false where the system, or the disk of either file, cannot
   */
  static boolean of(Path from, Path to) {
    try {
      SystemCalls system = Native.load("c", SystemCalls.class);
      if (OS.startsWith("mac")) {
        return system.clonefile(from.toString(), to.toString(), 0) == 0;
      }
      return OS.startsWith("linux") && isCloned(system, from, to);
    } catch (UnsatisfiedLinkError noLibrary) {
      return false;
    }
  }

  private static boolean isCloned(SystemCalls system, Path from, Path to) {
    int source = system.open(from.toString(), READ_ONLY, 0);
    if (source < 0) {
      return false;
    }
    int target = system.open(to.toString(), NEW_FILE, OWNER_ONLY);
    try {
      return target >= 0 && system.ioctl(target, FICLONE, source) == 0;
    } finally {
      system.close(source);
      if (target >= 0) {
        system.close(target);
      }
    }
  }
}
