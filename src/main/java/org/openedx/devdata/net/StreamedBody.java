package org.openedx.devdata.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A body that is read while it comes. Holds at most what the connection hands over at once; asks
 * for more when that is read. The client's threads fill it, one thread reads it.
 */
final class StreamedBody extends InputStream implements HttpResponse.BodySubscriber<StreamedBody> {

  /** Ends the queue. */
  private record End(Throwable failure) {}

  private final Patience patience;
  private final BlockingQueue<Object> arrived = new LinkedBlockingQueue<>();
  private Flow.Subscription subscription;
  private boolean closed;
  private ByteBuffer current = ByteBuffer.allocate(0);
  private List<ByteBuffer> following = List.of();
  private boolean ended;

  StreamedBody(Patience patience) {
    this.patience = patience;
  }

  @Override
  public CompletionStage<StreamedBody> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription given) {
    subscription = given;
    if (closed) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    arrived.add(parts);
  }

  @Override
  public void onError(Throwable failure) {
    arrived.add(new End(failure));
  }

  @Override
  public void onComplete() {
    arrived.add(new End(null));
  }

  @Override
  public int read() throws IOException {
    return isAtEnd() ? -1 : current.get() & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (isAtEnd()) {
      return -1;
    }
    int count = Math.min(length, current.remaining());
    current.get(bytes, offset, count);
    return count;
  }

  private boolean isAtEnd() throws IOException {
    while (!ended && !current.hasRemaining()) {
      if (following.isEmpty()) {
        take();
      } else {
        current = following.get(0);
        following = following.subList(1, following.size());
        patience.received(current.remaining());
      }
    }
    return ended;
  }

  @SuppressWarnings("unchecked") // What onNext has put there.
  private void take() throws IOException {
    long begin = System.nanoTime();
    Object next;
    try {
      next = arrived.poll(Math.max(0, patience.left()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
    patience.waited(System.nanoTime() - begin);
    if (next == null) {
      close();
      throw patience.lost();
    }
    if (next instanceof End end) {
      ended = true;
      if (end.failure() != null) {
        throw new NoAnswerException(
            "its answer was cut: " + NetworkFailure.reason(end.failure()), end.failure());
      }
      return;
    }
    following = (List<ByteBuffer>) next;
    askForMore();
  }

  private synchronized void askForMore() {
    subscription.request(1);
  }

  /** Breaks the connection off unless everything has come. */
  @Override
  public synchronized void close() {
    if (!ended) {
      ended = true;
      closed = true;
      current = ByteBuffer.allocate(0);
      if (subscription != null) {
        subscription.cancel();
      }
    }
  }
}
