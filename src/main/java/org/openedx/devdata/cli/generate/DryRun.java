package org.openedx.devdata.cli.generate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.report.generation.EstimateResult;
import org.openedx.devdata.cli.report.generation.EstimateResult.Kept;
import org.openedx.devdata.cli.report.generation.EstimateText;
import org.openedx.devdata.cli.report.generation.GenerationFacts;
import org.openedx.devdata.generate.Generation;
import org.openedx.devdata.generate.config.GenerationConfig;
import org.openedx.devdata.generate.trial.Estimate;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.service.aspects.AspectsRetention;

/** Reports what a load would make; asks the site, where there is one, how long it keeps that. */
final class DryRun {

  /** A dry run does not wait for a server that is slow to answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final String DEFAULT_RULE = "1 year";

  private final Session session;
  private final GenerateRequest request;
  private final Destination destination;

  /** A rule, and the moment that it means now. */
  private record Retention(Kept kept, Instant from) {}

  DryRun(Session session, GenerateRequest request, Destination destination) {
    this.session = session;
    this.request = request;
    this.destination = destination;
  }

  void run(Generation load, GenerationFacts facts) {
    Retention retention = retention(load.config());
    Estimate estimate =
        Estimate.of(load, ChronoUnit.MICROS.between(Instant.EPOCH, retention.from()));
    session.show(EstimateResult.of(facts, estimate, retention.kept()), new EstimateText(facts));
  }

  private Retention retention(GenerationConfig config) {
    if (!destination.servers().usesDatabase()) {
      return assumed("Aspects' default, no site is named");
    }
    if (request.embedded()) {
      return assumed("Aspects' default, the embedded ClickHouse is not started for that");
    }
    try (ClickHouse server =
        destination.servers().database(settings -> settings.withTimeout(PATIENCE))) {
      Optional<AspectsRetention> known =
          AspectsRetention.read(
              server,
              destination.servers().names(),
              day(config.world().startDay()),
              day(config.world().endDay()));
      return known
          .map(DryRun::ofSite)
          .orElseGet(() -> assumed("Aspects' default, the site has no derived tables"));
    } catch (DatabaseException unreachable) {
      session.note(unreachable.getMessage());
      return assumed("Aspects' default, the site could not be asked");
    }
  }

  private static Retention ofSite(AspectsRetention site) {
    return new Retention(
        new Kept(site.ttl(), Optional.empty()), site.keptFrom().orElse(Instant.EPOCH));
  }

  private Retention assumed(String why) {
    Instant now = session.surroundings().clock().get();
    return new Retention(
        new Kept(Optional.of(DEFAULT_RULE), Optional.of(why)),
        now.atZone(ZoneOffset.UTC).minusYears(1).toInstant());
  }

  private static Instant day(long epochDay) {
    return LocalDate.ofEpochDay(epochDay).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
