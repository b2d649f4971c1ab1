package org.openedx.devdata.sink.ralph;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.BitSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.openedx.devdata.net.WebAnswer;
import org.openedx.devdata.net.WebClient;
import org.openedx.devdata.sink.delivery.Batch;
import org.openedx.devdata.sink.delivery.Courier;
import org.openedx.devdata.sink.delivery.DeliveryException;
import org.openedx.devdata.sink.delivery.DeliveryException.Verdict;
import org.openedx.devdata.world.dump.DumpTable;

/**
 * Delivers statements to a learning record store, each batch in one request or several. A statement
 * counts as delivered when the store has named its id, or has said of a whole request that it had
 * it before. When a request is too large for the store, or for a proxy before it, all further ones
 * are smaller. Thread-safe.
 */
public final class LrsCourier implements Courier {

  private static final byte[] NOTHING = {'[', ']'};

  /** An answer names each statement, or complains about it at length. */
  private static final int BYTES_OF_AN_ANSWER = 1 << 20;

  private static final int BYTES_OF_A_STATEMENT = 1 << 12;
  private static final int MAX_BYTES = 1 << 26;

  private final LrsSettings settings;
  private final AtomicInteger maximum;

  /** True when the store has named an id, and so is one that keeps statements. */
  private final AtomicBoolean proven = new AtomicBoolean();

  public LrsCourier(LrsSettings settings) {
    this.settings = settings;
    this.maximum = new AtomicInteger(settings.statementsOfAPost());
  }

  @Override
  public String description() {
    return settings.label();
  }

  /** Posts no statement at all: whether URL and password are right shows all the same. */
  @Override
  public void open(DumpTable table) {
    try {
      LrsAnswer answer = post(NOTHING, 0);
      if (!answer.isAboutNothing()) {
        throw answer.failure(settings, null, new int[0]);
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

  private LrsAnswer post(byte[] body, int statements) throws InterruptedException {
    HttpRequest request =
        request(settings.url())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    long limit = BYTES_OF_AN_ANSWER + (long) statements * BYTES_OF_A_STATEMENT;
    try (WebAnswer answer = WebClient.send(request, settings.patience())) {
      return LrsAnswer.of(answer, (int) Math.min(MAX_BYTES, limit));
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private HttpRequest.Builder request(URI url) {
    return HttpRequest.newBuilder(url)
        .header("Authorization", settings.authorization())
        .header("X-Experience-API-Version", "1.0.3");
  }

  private DeliveryException unreachable(IOException failure) {
    return new DeliveryException(
        Verdict.PASSING,
        "%s cannot be reached: %s; check that it runs and that lrs_url is right"
            .formatted(settings.label(), failure.getMessage()),
        failure);
  }

  /**
   * Asks for a statement that the store says it has, once: whatever takes everything and keeps
   * nothing would say so, too. A user who may only write is believed.
   */
  private void prove(UUID id) throws InterruptedException {
    if (proven.get()) {
      return;
    }
    String question = settings.url().getRawQuery() == null ? "?" : "&";
    URI url = URI.create(settings.url() + question + "statementId=" + id);
    try (WebAnswer answer = WebClient.send(request(url).GET().build(), settings.patience())) {
      String body = answer.beginning(BYTES_OF_AN_ANSWER);
      boolean mayNotAsk = Set.of(401, 403, 405).contains(answer.status());
      if (!mayNotAsk && !(answer.status() == 200 && body.contains(id.toString()))) {
        throw new DeliveryException(
            Verdict.PASSING,
            "%s says that it had the statement %s before, but does not find it (%d); check lrs_url, and what stands between"
                .formatted(settings.label(), id, answer.status()),
            null);
      }
      proven.set(true);
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  @Override
  public void close() {
    // Connections end when they are no longer used.
  }

  /** One batch; knows how much of it has arrived. */
  private final class Posts implements Delivery {

    private final Batch batch;
    private final BitSet waiting = new BitSet();
    private StatementRows rows;
    private long bytes;

    Posts(Batch batch) {
      this.batch = batch;
    }

    @Override
    public long attempt() throws InterruptedException {
      if (rows == null) {
        rows = StatementRows.of(batch);
        waiting.set(0, rows.count());
      }
      while (!waiting.isEmpty()) {
        int limit = maximum.get();
        int[] request = waiting.stream().limit(limit).toArray();
        byte[] body = rows.array(request);
        LrsAnswer answer = post(body, request.length);
        if (answer.isTooLarge() && request.length > 1) {
          maximum.compareAndSet(limit, Math.max(1, request.length / 2));
          continue;
        }
        bytes += body.length;
        int[] unnamed = unnamed(answer, request);
        if (unnamed.length > 0) {
          askAgain(unnamed, request.length);
        }
      }
      return bytes;
    }

    /** The statements of a request that the answer does not say are stored. */
    private int[] unnamed(LrsAnswer answer, int[] request) throws InterruptedException {
      if (answer.isAboutAll()) {
        prove(rows.id(request[0]));
        waiting.clear(request[0], request[request.length - 1] + 1);
        return new int[0];
      }
      Set<UUID> stored = answer.stored(settings, rows, request);
      BitSet left = new BitSet();
      for (int row : request) {
        if (stored.contains(rows.id(row))) {
          waiting.clear(row);
          proven.set(true);
        } else {
          left.set(row);
        }
      }
      return left.stream().toArray();
    }

    /** Statements that were there before are not named; of a request of such, the store says so. */
    private void askAgain(int[] unnamed, int ofRequest) throws InterruptedException {
      LrsAnswer answer = post(rows.array(unnamed), unnamed.length);
      int left = unnamed(answer, unnamed).length;
      if (left > 0) {
        throw new DeliveryException(
            Verdict.PASSING,
            "%s answered 200, but does not say of %d of %d statements that it has them; what it has not named counts as not delivered"
                .formatted(settings.label(), left, ofRequest),
            null);
      }
    }
  }
}
