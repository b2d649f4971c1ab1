package org.openedx.devdata.generate.destination;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.openedx.devdata.generate.config.Backend;
import org.openedx.devdata.generate.config.ConfigKeys;
import org.openedx.devdata.generate.config.GenerationConfigReader;

/** The back ends that there are. */
public final class Backends {

  /** In the order in which messages and pages list them. */
  public static final List<Backend> ALL =
      List.of(
          new CsvBackend(),
          new ClickHouseBackend(),
          new RalphBackend(),
          new VectorBackend(),
          new LakeBackend(),
          new TrackingBackend(),
          new DiscardBackend());

  /** The keys of configurations. */
  public static final ConfigKeys KEYS = new ConfigKeys(ALL);

  private Backends() {}

  /** A reader of configurations that knows all of them; see its constructor. */
  public static GenerationConfigReader reader(
      String file, UnaryOperator<String> environment, Instant now) {
    return new GenerationConfigReader(file, environment, now, ALL);
  }
}
