package org.openedx.devdata.service.content;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.EmbeddedSchema;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.keeplist.KeepList;
import org.openedx.devdata.jdbc.schema.LiveSchema;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.jdbc.targets.ServiceIdentity;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.plan.kind.FactoryContext;
import org.openedx.devdata.plan.kind.RecordFactory;
import org.openedx.devdata.plan.kind.ReferenceRule;
import org.openedx.devdata.plan.row.RowBatch;
import org.openedx.devdata.service.content.history.ContentKinds;
import org.openedx.devdata.service.content.history.SpecHistories;
import org.openedx.devdata.service.content.layout.Dialect;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutMap;
import org.openedx.devdata.service.content.layout.migration.ContentSchema;
import org.openedx.devdata.service.content.layout.migration.LayoutDetector;
import org.openedx.devdata.service.content.layout.migration.MigrationChain;
import org.openedx.devdata.service.content.rows.LibraryRows;
import org.openedx.devdata.service.content.rows.PackageFactory;
import org.openedx.devdata.service.content.tables.ContentTables;
import org.openedx.devdata.service.content.tables.EmbeddedLibraries;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;

/** Authored content, in the database that Studio and the LMS share, whatever its layout. */
public final class ContentService implements SqlService {

  public static final ServiceIdentity IDENTITY =
      ServiceIdentity.mySql("content", "openedx_content", "learning_core").sharing("lms");

  static final String ADVICE =
      "migrate it first: `make dev.migrate.studio` in devstack, `tutor dev do init -l cms` with"
          + " Tutor";

  /** A moment after all that a spec may name, for checks without a run clock. */
  private static final Instant LATER = Instant.parse("9000-01-01T00:00:00Z");

  private final LayoutMap map;
  private final ContentTables tables;
  private final ServiceDescriptor descriptor = ContentKinds.descriptor();
  private final Optional<Path> mediaRoot;
  private final Instant clock;

  public ContentService() {
    this(LayoutMap.standard(), Optional.empty(), LATER);
  }

  private ContentService(LayoutMap map, Optional<Path> mediaRoot, Instant clock) {
    this.clock = clock;
    this.map = map;
    this.tables = new ContentTables(map);
    this.mediaRoot = mediaRoot;
  }

  @Override
  public ContentService withMediaRoot(Path folder) {
    return new ContentService(map, Optional.of(folder), clock);
  }

  @Override
  public ContentService at(Instant now) {
    return new ContentService(map, mediaRoot, now);
  }

  @Override
  public ServiceDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public TableSet tables() {
    return tables.all;
  }

  @Override
  public void inspect(LiveSchema live) {
    new LayoutDetector(map).detect(live);
  }

  @Override
  public Set<String> tablesFor(ServiceSpec spec) {
    Set<String> needed =
        tables.all.all().stream().map(Table::name).collect(Collectors.toCollection(HashSet::new));
    boolean libraries =
        spec.of(ContentKinds.PACKAGES).stream()
            .anyMatch(
                record ->
                    record.bool("library").orElse(true)
                        && record.text("key").map(LibraryRows::isLibrary).orElse(true));
    if (!libraries) {
      needed.removeAll(
          Set.of(tables.organizations.name(), tables.libraries.name(), tables.permissions.name()));
    }
    return needed;
  }

  @Override
  public List<ReferenceRule> references() {
    return ReferenceRule.to(
        new ReferenceRule.Home("users", "user", tables.users).ownedBy("lms"), descriptor.kinds());
  }

  @Override
  public void check(ServiceSpec spec, Problems problems) {
    SpecHistories.of(spec, clock, false, problems);
  }

  @Override
  public Map<String, RecordFactory> factories(FactoryContext context) {
    Map<String, RecordFactory> factories = new LinkedHashMap<>();
    for (Kind kind : descriptor.kinds()) {
      factories.put(kind.name(), new WrittenWithPackage());
    }
    factories.put(ContentKinds.PACKAGES, new PackageFactory(context, tables, mediaRoot));
    return factories;
  }

  /** Factory of records that belong to a package and are written with it. */
  private static final class WrittenWithPackage implements RecordFactory {
    @Override
    public void build(SpecRecord record, RowBatch batch) {
      // See PackageFactory.
    }
  }

  /** Exactly the tables, migration rows and content types that upstream's migrations make. */
  @Override
  public void embed(ConnectionSettings server, ConnectionSettings database, String name) {
    new EmbeddedSchema(ContentTables.neighbours(), migrations()).ensure(server, name);
    try (MySqlDatabase open = MySqlDatabase.open(database)) {
      // A dump of another layout that was put there stays what it is.
      List<String> found = new LayoutDetector(map).found(open.schema());
      if (found.isEmpty()) {
        new ContentSchema(map, MigrationChain.standard(), Dialect.of(open.version()))
            .create(open.handle(), open.schema(), Layout.CURRENT);
      }
      if (found.isEmpty() || found.contains(tables.containerTypes.name())) {
        EmbeddedLibraries.create(open);
      }
      open.commit();
    }
  }

  @Override
  public String migrationAdvice() {
    return ADVICE;
  }

  @Override
  public Map<String, String> migrations() {
    return Map.of();
  }

  @Override
  public KeepList keepList() {
    return KeepList.besides(ContentTables.class);
  }
}
