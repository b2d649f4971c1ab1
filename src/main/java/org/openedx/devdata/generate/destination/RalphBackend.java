package org.openedx.devdata.generate.destination;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.generate.config.Backend;
import org.openedx.devdata.generate.config.FilePlace;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.config.NeededKey;
import org.openedx.devdata.generate.config.Opening;
import org.openedx.devdata.generate.config.StatementStore;
import org.openedx.devdata.sink.Sink;
import org.openedx.devdata.sink.SplitSink;
import org.openedx.devdata.sink.delivery.Courier;
import org.openedx.devdata.sink.ralph.LrsCourier;
import org.openedx.devdata.sink.ralph.LrsSettings;
import org.openedx.devdata.world.dump.DumpTable;

/** Statements to a learning record store, the rest into ClickHouse. */
final class RalphBackend implements Backend {

  @Override
  public String key() {
    return "ralph";
  }

  @Override
  public Optional<String> oldName() {
    return Optional.of("ralph_clickhouse");
  }

  @Override
  public List<NeededKey> needs() {
    return List.of(
        NeededKey.of("lrs_url", "give the URL of the statements resource"),
        NeededKey.of("lrs_username", "give the user of the learning record store"));
  }

  @Override
  public boolean needsDatabase() {
    return true;
  }

  @Override
  public boolean statementsApart() {
    return true;
  }

  @Override
  public Optional<StatementStore> statementStore(GenerationConfig config) {
    return Optional.of(new Store(config.lrs(), config.statements().batchSize()));
  }

  @Override
  public String label(FilePlace place, String servers) {
    return servers;
  }

  @Override
  public Sink open(Opening opening) {
    int statements = opening.config().statements().batchSize();
    return opening.inOrder(
        new SplitSink(
            opening.batches(DumpTable.XAPI, statements),
            opening.batches(DumpTable.TAXONOMY, statements)));
  }

  private record Store(GenerationConfig.Lrs lrs, int batchSize) implements StatementStore {

    @Override
    public String key() {
      return "lrs_url";
    }

    @Override
    public URI url() {
      return URI.create(lrs.url());
    }

    @Override
    public String label() {
      return "LRS " + lrs;
    }

    @Override
    public String writer() {
      return "Ralph";
    }

    @Override
    public Courier courier() {
      return new LrsCourier(
          new LrsSettings(
              url(),
              lrs.username(),
              lrs.password() == null ? "" : lrs.password(),
              Duration.ofSeconds(lrs.timeoutSeconds()),
              batchSize));
    }

    @Override
    public int inFlight() {
      return lrs.connections();
    }
  }
}
