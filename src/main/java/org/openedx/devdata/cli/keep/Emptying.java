package org.openedx.devdata.cli.keep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openedx.devdata.cli.connect.Confirmation.Place;
import org.openedx.devdata.cli.connect.Databases;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.DatabaseRights;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.keeplist.KeepList;
import org.openedx.devdata.keep.empty.EmptyPlan;
import org.openedx.devdata.keep.empty.EmptyPlanner;
import org.openedx.devdata.keep.empty.EmptyRun;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.service.aspects.AspectsConnection;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.derived.AspectsEmptying;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Shown;

/** The databases of an {@code empty}, opened and locked, and what goes of each. Not thread-safe. */
final class Emptying implements AutoCloseable {

  /** Time to wait for another devdata that writes to the same database. */
  private static final Duration LOCK_PATIENCE = Duration.ofSeconds(60);

  private final List<Opened> opened = new ArrayList<>();
  private Optional<Site> site = Optional.empty();

  private record Opened(
      SiteDatabases.SiteDatabase place,
      MySqlDatabase database,
      EmptyPlanner planner,
      EmptyPlan plan) {}

  private record Site(Place place, ClickHouse server, AspectsNames names, AspectsEmptying plan) {}

  private Emptying() {}

  /**
   * Opens the databases and counts what goes.
   *
   * @param only services as the command line names them; empty for all
   * @param keep tables that stay as they are, those of ClickHouse as {@code database.table}
   * @throws DatabaseException when no database has a table that is to stay, or another one refers
   *     to rows that would go
   */
  static Emptying open(Session session, Databases databases, List<String> only, List<String> keep) {
    Emptying emptying = new Emptying();
    try {
      SiteDatabases places = new SiteDatabases(session, databases);
      List<String> services = places.services(only);
      for (SiteDatabases.SiteDatabase place : places.mySql(services, !only.isEmpty())) {
        emptying.add(session, place, keep);
      }
      if (services.contains(AspectsNames.IDA)) {
        emptying.site = site(session, databases, keep, !only.isEmpty());
      }
      emptying.requireTables(keep);
      return emptying;
    } catch (RuntimeException e) {
      emptying.close();
      throw e;
    }
  }

  private void add(Session session, SiteDatabases.SiteDatabase place, List<String> keep) {
    MySqlDatabase database = MySqlDatabase.open(place.settings());
    try {
      DatabaseRights.requireWhole(database);
      requireMigrated(database);
      database.lock(LOCK_PATIENCE);
      EmptyPlanner planner = new EmptyPlanner(database, keepLists(session, place.services()), keep);
      opened.add(new Opened(place, database, planner, planner.plan()));
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Refuses a database of another program, and one that no service migrated yet. */
  private static void requireMigrated(MySqlDatabase database) {
    if (!database.schema().has("django_migrations")) {
      throw new DatabaseException(
          "%s: the database has no table django_migrations, so it is not one that a service migrated; nothing was removed; name the service's"
              .formatted(database.settings().label()));
    }
  }

  /** A table that is not there is a slip, and the one that was meant would be emptied. */
  private void requireTables(List<String> keep) {
    List<String> known = new ArrayList<>();
    opened.forEach(one -> known.addAll(one.plan().catalog().tables().keySet()));
    site.ifPresent(one -> one.plan().tables().forEach(table -> known.add(table.name().toString())));
    for (String name : keep) {
      if (!known.contains(name)) {
        throw new DatabaseException(
            "there is no table %s to keep in %s%s"
                .formatted(
                    Shown.quoted(name),
                    places().stream().map(Place::name).collect(Collectors.joining(", ")),
                    DidYouMean.hint(name, known, "")));
      }
    }
  }

  /** The lists of all services that may share the database, whichever of them were asked for. */
  private static List<KeepList> keepLists(Session session, List<String> services) {
    var identities = session.registry().identities();
    List<String> owners =
        services.stream().map(ida -> identities.owner(ida).ida()).distinct().toList();
    return session.registry().names().stream()
        .filter(ida -> owners.contains(identities.owner(ida).ida()))
        .flatMap(ida -> session.registry().sql(ida).stream())
        .map(SqlService::keepList)
        .toList();
  }

  /**
   * The site's ClickHouse.
   *
   * @param named whether the user has named the service; else a server without its tables, such as
   *     an embedded one that was only looked at, is left out with a note
   */
  private static Optional<Site> site(
      Session session, Databases databases, List<String> keep, boolean named) {
    var settings = databases.aspects();
    AspectsConnection connection = AspectsConnection.of(settings);
    ClickHouse server = ClickHouse.of(connection.settings());
    try {
      AspectsNames names = connection.found(server);
      Place place = new Place(AspectsNames.IDA, settings);
      AspectsEmptying plan = AspectsEmptying.of(server, names, keep);
      if (plan.tables().stream().noneMatch(AspectsEmptying.Part::isRaw)) {
        if (named) {
          throw new DatabaseException(
              "%s: its databases have none of Aspects' tables; nothing was removed; name the site's in the address"
                  .formatted(settings.label()));
        }
        session.note("left out: " + settings.label() + ", which has none of Aspects' tables");
        server.close();
        return Optional.empty();
      }
      return Optional.of(new Site(place, server, names, plan));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  EmptyResult plan(boolean dryRun, String target) {
    List<EmptyResult.EmptiedDatabase> all = new ArrayList<>();
    opened.forEach(one -> all.add(EmptyResult.of(one.place(), one.plan())));
    site.ifPresent(one -> all.add(EmptyResult.of(AspectsNames.IDA, one.plan())));
    return new EmptyResult(target, dryRun, all, EmptyResult.NOT_COVERED);
  }

  List<Place> places() {
    return Stream.concat(
            opened.stream().map(one -> new Place(one.place().name(), one.place().settings())),
            site.map(Site::place).stream())
        .toList();
  }

  /** Removes; each database by itself. */
  void run(Consumer<String> progress) {
    for (Opened one : opened) {
      new EmptyRun(one.database(), table -> progress.accept("emptying " + table))
          .run(one.plan(), one.planner()::plan);
    }
    site.ifPresent(one -> one.plan().run(one.server(), one.names(), progress));
  }

  @Override
  public void close() {
    opened.forEach(one -> one.database().close());
    site.ifPresent(one -> one.server().close());
  }
}
