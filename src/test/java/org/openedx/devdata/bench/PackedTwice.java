package org.openedx.devdata.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicLong;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.sink.codec.Codec;
import org.openedx.devdata.sink.codec.Compressor;

/**
 * A codec that packs each piece a second time, for nothing but the processor time that it takes.
 * Thread-safe.
 */
final class PackedTwice implements Codec {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Codec codec;
  private final AtomicLong nanos = new AtomicLong();

  PackedTwice(Codec codec) {
    this.codec = codec;
  }

  /** Processor time of all second times so far. */
  double seconds() {
    return nanos.get() / 1e9;
  }

  @Override
  public String description() {
    return codec.description() + ", twice";
  }

  @Override
  public String suffix() {
    return codec.suffix();
  }

  @Override
  public Compressor compressor() {
    return new Twice(codec.compressor(), codec.compressor());
  }

  private final class Twice implements Compressor {

    private final Compressor first;
    private final Compressor second;
    private final OutputBytes ignored = new OutputBytes(1 << 21);

    Twice(Compressor first, Compressor second) {
      this.first = first;
      this.second = second;
    }

    @Override
    public void compress(byte[] source, int length, OutputBytes target) {
      first.compress(source, length, target);
      ignored.clear();
      long begin = THREADS.getCurrentThreadCpuTime();
      second.compress(source, length, ignored);
      nanos.addAndGet(THREADS.getCurrentThreadCpuTime() - begin);
    }

    @Override
    public void close() {
      first.close();
      second.close();
    }
  }
}
