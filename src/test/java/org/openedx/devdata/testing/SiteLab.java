package org.openedx.devdata.testing;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.RowChange;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.RunListener;
import org.openedx.devdata.plan.RunOptions;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.plan.engine.SpecRun;
import org.openedx.devdata.plan.kind.Step;
import org.openedx.devdata.service.PlatformKeys;
import org.openedx.devdata.service.ServiceRegistry;
import org.openedx.devdata.spec.load.LoadRequest;
import org.openedx.devdata.spec.load.LoadedSpec;
import org.openedx.devdata.spec.load.SpecLoader;
import org.openedx.devdata.spec.load.SpecSources;
import org.openedx.devdata.spec.yaml.YamlLimits;
import org.openedx.devdata.spec.yaml.YamlReader;

/** Runs top-level specs against a test's databases, one for each service. */
public final class SiteLab {

  private final ServiceRegistry registry = ServiceRegistry.standard();
  private final Map<String, TestDatabase> databases = new LinkedHashMap<>();

  /** Gives a service its tables in a database. */
  public SiteLab with(String ida, TestDatabase database) throws SQLException {
    new SpecLab(database, registry.sql(ida).orElseThrow()).withTables();
    databases.put(ida, database);
    return this;
  }

  /** Rows that a load created or updated; see {@link SpecLab#load}. */
  public List<String> load(Path top) {
    return run(top, Step.LOAD, SpecLab.NOW);
  }

  public List<String> loadAt(Instant now, Path top) {
    return run(top, Step.LOAD, now);
  }

  public List<String> plan(Path top) {
    return run(top, Step.PLAN, SpecLab.NOW);
  }

  public List<String> reset(Path top) {
    return run(top, Step.RESET, SpecLab.NOW);
  }

  private List<String> run(Path top, Step step, Instant now) {
    List<String> changes = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void row(RunEntry entry, RowChange change) {
            if (change.action() != Action.UNCHANGED) {
              changes.add(SpecLab.line(change));
            }
          }
        };
    RunOptions options =
        new RunOptions(step, now, 42, false, Duration.ofSeconds(30), RunOptions.CHUNK_SIZE);
    new SpecRun(entries(top), options, listener).run();
    return changes;
  }

  private List<RunEntry> entries(Path top) {
    SpecLoader loader =
        new SpecLoader(
            registry.descriptors(),
            registry.serviceNames(),
            PlatformKeys.parsers(),
            new YamlReader(YamlLimits.DEFAULT, name -> null),
            new SpecSources(new ByteArrayInputStream(new byte[0]), Duration.ofSeconds(1)),
            (ida, spec, problems) -> registry.service(ida).orElseThrow().check(spec, problems));
    List<RunEntry> entries = new ArrayList<>();
    for (LoadedSpec one : loader.load(LoadRequest.of(top.toString())).entries()) {
      SqlService service = registry.sql(one.ida()).orElseThrow();
      entries.add(new RunEntry(entries.size() + 1, service, one.spec(), connection(one.ida())));
    }
    return entries;
  }

  private ConnectionSettings connection(String ida) {
    TestDatabase database = databases.get(ida);
    return new ConnectionSettings(
        "test", ida, database.jdbcUrl(), database.user(), database.password());
  }

  /** All rows of all tables of all services, to compare. */
  public Map<String, List<List<String>>> dump() throws SQLException {
    Map<String, List<List<String>>> rows = new LinkedHashMap<>();
    for (Map.Entry<String, TestDatabase> one : databases.entrySet()) {
      for (Table table : registry.sql(one.getKey()).orElseThrow().tables().all()) {
        String order = " ORDER BY `" + table.primaryKey().name() + "`";
        rows.put(one.getKey() + "." + table, one.getValue().rows("SELECT * FROM " + table + order));
      }
    }
    return rows;
  }
}
