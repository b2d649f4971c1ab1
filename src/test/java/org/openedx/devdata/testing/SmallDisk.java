package org.openedx.devdata.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A small file system of its own, where this machine allows to mount one. Not thread-safe. */
public final class SmallDisk implements AutoCloseable {

  private static final int LIMIT_SECONDS = 20;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /**
   * Mounts one on a new folder; skips the calling test where that is not allowed.
   *
   * @param megabytes of its size
   */
  public static SmallDisk at(Path folder, int megabytes) throws IOException, InterruptedException {
    Files.createDirectory(folder);
    boolean mounted =
        command(
            "mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
    Requirement.applies(mounted, "this machine mounts no tmpfs");
    return new SmallDisk(folder);
  }

  public Path folder() {
    return folder;
  }

  /**
   * Fills it with a file.
   *
   * @param left bytes that stay free, about
   */
  public Path fill(long left) throws IOException {
    Path filler = folder.resolve("filler");
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (Files.getFileStore(folder).getUsableSpace() > left) {
        out.write(new byte[1 << 16]);
      }
    }
    return filler;
  }

  /** Gives it another size. */
  public void resize(int megabytes) throws IOException, InterruptedException {
    if (!command("mount", "-o", "remount,size=" + megabytes + "m", folder.toString())) {
      throw new IOException("cannot be mounted with another size: " + folder);
    }
  }

  private static boolean command(String... line) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
      return process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }

  @Override
  public void close() throws InterruptedException {
    if (!command("umount", folder.toString())) {
      // A server that has just been told to end may still have files there.
      command("umount", "--lazy", folder.toString());
    }
  }
}
