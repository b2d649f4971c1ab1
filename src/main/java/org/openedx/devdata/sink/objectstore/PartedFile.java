package org.openedx.devdata.sink.objectstore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.file.GrowingFile;
import org.openedx.devdata.sink.file.Pool;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.Part;

/**
 * A file that is uploaded in parts while it grows; a small one in a single request. A part ends
 * where an append does, so that a run can resume after any part. The last part always waits for
 * {@link #complete}, and arrives with the whole: what has arrived completely is a whole file.
 * Memory is bounded by the parts in flight and one more. Not thread-safe.
 */
final class PartedFile implements GrowingFile {

  /** Parts of an object in S3. */
  private static final int MAX_PARTS = 10_000;

  /**
   * Minimum size of a part in bytes, above the 5 MiB that S3 asks for; grows so that objects can be
   * large.
   */
  private static final int MIN_PART_BYTES = 8 << 20;

  private static final int PARTS_OF_A_SIZE = 1_000;

  private final Bucket bucket;
  private final String key;
  private final String run;
  private final Executor threads;
  private final int maxInFlight;
  private final Semaphore free;
  private final Pool buffers = new Pool(MIN_PART_BYTES + (2 << 20));
  private final Map<Integer, CompletedPart> parts = new TreeMap<>();
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /** Null until there is more than one part. */
  private String upload;

  private OutputBytes part;
  private List<Runnable> arriving = new ArrayList<>();
  private int number = 1;

  /** Bytes that come again although they are there. */
  private long again;

  /**
   * A new file.
   *
   * @param threads upload parts
   * @param maxInFlight how many parts at a time
   */
  PartedFile(Bucket bucket, String key, String run, Executor threads, int maxInFlight) {
    this.bucket = bucket;
    this.key = key;
    this.run = run;
    this.threads = threads;
    this.maxInFlight = maxInFlight;
    this.free = new Semaphore(maxInFlight);
    this.part = buffers.take();
  }

  /**
   * Resumes an upload, before anything is appended.
   *
   * @param there the parts of it that stay
   * @param more how many bytes of these will be appended again: a run can be killed when it has
   *     noted only some of the blocks of a part
   */
  void resume(String unfinished, List<Part> there, long more) {
    upload = unfinished;
    again = more;
    number = there.size() + 1;
    for (Part old : there) {
      parts.put(
          old.partNumber(),
          CompletedPart.builder().partNumber(old.partNumber()).eTag(old.eTag()).build());
    }
  }

  @Override
  public void append(OutputBytes bytes, Runnable arrived) throws IOException, InterruptedException {
    if (again > 0) {
      again -= bytes.length();
      if (again < 0) {
        throw new IOException(
            "s3://%s/%s was packed otherwise before; run without --resume"
                .formatted(bucket.settings().bucket(), key));
      }
      arrived.run();
      return;
    }
    if (part.length() >= MIN_PART_BYTES * (1 + (number - 1) / PARTS_OF_A_SIZE)) {
      send();
    }
    part.put(bytes.array(), 0, bytes.length());
    arriving.add(arrived);
  }

  private void send() throws IOException, InterruptedException {
    if (number > MAX_PARTS) {
      throw new IOException(
          "s3://%s/%s has more than %,d parts; give rows_per_file"
              .formatted(bucket.settings().bucket(), key, MAX_PARTS));
    }
    throwFailure();
    if (upload == null) {
      upload = bucket.begin(key, run);
    }
    free.acquire();
    OutputBytes full = part;
    List<Runnable> receipts = arriving;
    int ofPart = number++;
    part = buffers.take();
    arriving = new ArrayList<>();
    threads.execute(
        () -> {
          try {
            CompletedPart uploaded = bucket.upload(key, upload, ofPart, full);
            synchronized (parts) {
              parts.put(ofPart, uploaded);
            }
            receipts.forEach(Runnable::run);
            buffers.giveBack(full);
          } catch (IOException | RuntimeException problem) {
            failure.compareAndSet(null, problem);
          } finally {
            free.release();
          }
        });
  }

  @Override
  public void complete() throws IOException, InterruptedException {
    if (upload == null) {
      bucket.put(key, part.array(), part.length(), run);
    } else {
      List<Runnable> receipts = arriving;
      arriving = new ArrayList<>();
      if (part.length() > 0) {
        send();
      }
      free.acquire(maxInFlight);
      free.release(maxInFlight);
      throwFailure();
      synchronized (parts) {
        bucket.complete(key, upload, List.copyOf(parts.values()));
      }
      arriving = receipts;
    }
    arriving.forEach(Runnable::run);
    arriving = List.of();
  }

  private void throwFailure() throws IOException {
    Exception problem = failure.get();
    if (problem != null) {
      throw new IOException(problem.getMessage(), problem);
    }
  }

  @Override
  public void close() {
    // Parts in flight may still arrive; the upload is left to a run that resumes.
  }
}
