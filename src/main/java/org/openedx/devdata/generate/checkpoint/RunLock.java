package org.openedx.devdata.generate.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openedx.devdata.embedded.LockOwner;

/**
 * Holds a folder for one run: two at once would mix their files and checkpoints. Slices of a whole
 * have names of their own, and so each its lock. The operating system frees the lock of a process
 * that has died. Not thread-safe.
 */
public final class RunLock implements AutoCloseable {

  /**
   * State for the whole JVM: the locks of a file belong to the process, and closing any channel of
   * it frees them all. So a file that is held here is not even opened.
   */
  private static final Set<Path> OF_THIS_JVM = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private RunLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock, or says who has it.
   *
   * @param folder of what the run keeps of itself; made when it is not there
   * @throws RunRefusedException when another run has it
   */
  public static RunLock of(RunFolder folder) throws IOException {
    Files.createDirectories(folder.path());
    Path file = folder.path().toRealPath().resolve(folder.lock().getFileName());
    if (!OF_THIS_JVM.add(file)) {
      throw held(folder, "this process");
    }
    FileChannel channel = null;
    try {
      while (channel == null) {
        channel = taken(folder, file);
      }
      return new RunLock(file, channel);
    } finally {
      if (channel == null) {
        OF_THIS_JVM.remove(file);
      }
    }
  }

  /** The locked file; null when whoever had it before has removed it meanwhile. */
  private static FileChannel taken(RunFolder folder, Path file) throws IOException {
    Object before = key(file);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw held(folder, LockOwner.read(file));
    }
    if (before == null || !before.equals(key(file))) {
      channel.close();
      return null;
    }
    LockOwner.write(channel, file);
    return channel;
  }

  /** Names the file that is there now, without opening it; null when there is none. */
  private static Object key(Path file) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.fileKey() == null ? file : attributes.fileKey();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static RunRefusedException held(RunFolder folder, String owner) {
    return new RunRefusedException(
        "another run writes to %s: %s; wait for it, or give another folder"
            .formatted(folder.path(), owner));
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(file);
    } finally {
      OF_THIS_JVM.remove(file);
    }
  }
}
