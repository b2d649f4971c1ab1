package org.openedx.devdata.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Exclusive use of a folder, among the threads of this JVM and among processes. The operating
 * system frees it when its holder dies.
 *
 * <p>Thread-safe.
 */
public final class FolderLock {

  /**
   * State for the whole JVM, because file locks belong to the process: two threads cannot exclude
   * each other with them, and closing any channel of a file frees every lock on it.
   */
  private static final Map<Path, ReentrantLock> OF_THIS_JVM = new ConcurrentHashMap<>();

  private final Path file;
  private final Consumer<String> waiting;

  /**
   * Names a lock; takes nothing.
   *
   * @param file made when missing, never deleted; its folder must exist
   * @param waiting receives once, when another process holds the lock, which process that is
   */
  public FolderLock(Path file, Consumer<String> waiting) {
    this.file = file;
    this.waiting = waiting;
  }

  /** Runs the step under the lock, waiting for it as long as it takes. */
  public <T> T hold(Step<T> step) throws IOException {
    Path key = file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
    ReentrantLock lock = OF_THIS_JVM.computeIfAbsent(key, unused -> new ReentrantLock());
    if (lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("already locked by this thread: " + key);
    }
    lock.lock();
    try (FileChannel channel =
        FileChannel.open(key, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (channel.tryLock() == null) {
        waiting.accept(LockOwner.read(key));
        channel.lock();
      }
      LockOwner.write(channel, key);
      return step.run();
    } finally {
      lock.unlock();
    }
  }

  /** Work done under the lock. */
  @FunctionalInterface
  public interface Step<T> {
    T run() throws IOException;
  }
}
