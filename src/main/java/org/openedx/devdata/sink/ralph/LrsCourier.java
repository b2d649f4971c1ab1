package org.openedx.devdata.sink.ralph;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.openedx.devdata.sink.delivery.Batch;
import org.openedx.devdata.sink.delivery.Courier;
import org.openedx.devdata.sink.delivery.DeliveryException;
import org.openedx.devdata.sink.delivery.DeliveryException.Verdict;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Brings statements to a learning record store, each batch in one request or several. When a
 * request is too large for the store, or for a proxy before it, all further ones are smaller.
 * Thread-safe.
 */
public final class LrsCourier implements Courier {

  private static final byte[] NOTHING = {'[', ']'};

  private final LrsSettings settings;
  private final HttpClient client;
  private final AtomicInteger most;

  public LrsCourier(LrsSettings settings) {
    this.settings = settings;
    this.most = new AtomicInteger(settings.statementsOfAPost());
    this.client =
        HttpClient.newBuilder()
            // Python's servers know no HTTP/2; asking for it costs a round trip or confuses a
            // proxy.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
  }

  @Override
  public String description() {
    return settings.label();
  }

  /** Posts no statement at all: whether URL and password are right shows all the same. */
  @Override
  public void open(DumpTable table) {
    try {
      LrsAnswer answer = post(NOTHING);
      if (!answer.complainsAboutContent()) {
        answer.check(settings, null, 0);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeliveryException(Verdict.HOPELESS, "interrupted while asking " + settings, e);
    }
  }

  @Override
  public Delivery delivery(Batch batch) {
    return new Posts(batch);
  }

  private LrsAnswer post(byte[] body) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(settings.url())
            .header("Authorization", settings.authorization())
            .header("Content-Type", "application/json")
            .header("X-Experience-API-Version", "1.0.3")
            .POST(BodyPublishers.ofByteArray(body));
    if (!settings.timeout().isZero()) {
      request.timeout(settings.timeout());
    }
    try {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      return LrsAnswer.of(response);
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new DeliveryException(
          Verdict.PASSING,
          "%s cannot be reached: %s; check that it runs and that lrs_url is right"
              .formatted(settings.label(), why),
          e);
    }
  }

  @Override
  public void close() {
    // The client's threads are daemons and end when nobody uses it.
  }

  /** One batch; knows how much of it has arrived. */
  private final class Posts implements Delivery {

    private final Batch batch;
    private StatementRows rows;
    private int arrived;
    private long bytes;

    Posts(Batch batch) {
      this.batch = batch;
    }

    @Override
    public long attempt() throws InterruptedException {
      if (rows == null) {
        rows = StatementRows.of(batch);
      }
      while (arrived < rows.count()) {
        int limit = most.get();
        int end = Math.min(rows.count(), arrived + limit);
        byte[] body = rows.array(arrived, end);
        LrsAnswer answer = post(body);
        if (answer.isTooLarge() && end - arrived > 1) {
          most.compareAndSet(limit, Math.max(1, (end - arrived) / 2));
          continue;
        }
        answer.check(settings, rows, arrived);
        bytes += body.length;
        arrived = end;
      }
      return bytes;
    }
  }
}
