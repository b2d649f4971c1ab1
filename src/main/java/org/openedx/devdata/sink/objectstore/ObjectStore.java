package org.openedx.devdata.sink.objectstore;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openedx.devdata.sink.file.FileStore;
import org.openedx.devdata.sink.file.GrowingFile;
import org.openedx.devdata.sink.file.ReadableStore;
import software.amazon.awssdk.services.s3.model.Part;

/**
 * A bucket as a place for files. Files are uploaded in parts, a few at a time, and appear when they
 * are complete. An upload that was interrupted stays with its parts: a run that resumes finds them,
 * one that begins again throws them away. Thread-safe.
 */
public final class ObjectStore implements FileStore, ReadableStore {

  private static final int UPLOADS = 3;
  private static final int CLOSE_SECONDS = 60;

  private final Bucket bucket;
  private final String run;
  private final ExecutorService uploads;

  /**
   * Connects nothing yet.
   *
   * @param run names what is written: the same for the same configuration and seed
   */
  public ObjectStore(ObjectStoreSettings settings, String run) {
    this.bucket = new Bucket(settings, Waits.DEFAULT);
    this.run = run;
    this.uploads =
        Executors.newFixedThreadPool(
            UPLOADS,
            task -> {
              Thread thread = new Thread(task, "upload");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public String description() {
    return bucket.settings().toString();
  }

  @Override
  public GrowingFile open(String name, long position) throws IOException {
    String key = bucket.settings().key(name);
    List<String> unfinished = bucket.unfinished(key);
    PartedFile file = null;
    for (String upload : unfinished) {
      List<Part> parts = file == null && position > 0 ? reaching(key, upload, position) : List.of();
      if (parts.isEmpty()) {
        bucket.abort(key, upload);
      } else {
        long more = parts.stream().mapToLong(Part::size).sum() - position;
        file = new PartedFile(bucket, key, run, uploads, UPLOADS);
        file.resume(upload, parts, more);
      }
    }
    if (file != null) {
      return file;
    }
    if (position == 0) {
      return new PartedFile(bucket, key, run, uploads, UPLOADS);
    }
    long size =
        bucket
            .sizeOf(key, run)
            .orElseThrow(
                () ->
                    new IOException(
                        "the unfinished upload of s3://%s/%s is gone; run without --resume"
                            .formatted(bucket.settings().bucket(), key)));
    return new CompletedFile(bucket.settings().bucket() + "/" + key, position, size);
  }

  /** The first parts of an upload that have at least that size together; none when it is less. */
  private List<Part> reaching(String key, String upload, long position) throws IOException {
    List<Part> parts = bucket.parts(key, upload);
    long size = 0;
    for (int i = 0; i < parts.size() && parts.get(i).partNumber() == i + 1; i++) {
      size += parts.get(i).size();
      if (size >= position) {
        return parts.subList(0, i + 1);
      }
    }
    return List.of();
  }

  @Override
  public void put(String name, byte[] content) throws IOException {
    bucket.put(bucket.settings().key(name), content, content.length, run);
  }

  @Override
  public SortedMap<String, Long> sizes() throws IOException {
    return bucket.sizes();
  }

  @Override
  public Optional<byte[]> read(String name) throws IOException {
    return bucket.read(bucket.settings().key(name));
  }

  /** Lets uploads that are under way end; parts that have arrived stay. */
  @Override
  public void close() {
    uploads.shutdown();
    try {
      if (!uploads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        uploads.shutdownNow();
      }
    } catch (InterruptedException e) {
      uploads.shutdownNow();
      Thread.currentThread().interrupt();
    }
    bucket.close();
  }
}
