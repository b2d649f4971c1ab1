package org.openedx.devdata.service.aspects.entry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.RunOptions;
import org.openedx.devdata.service.aspects.AspectsNames;
import org.openedx.devdata.service.aspects.SiteExports;
import org.openedx.devdata.service.lms.LmsPopulationApi;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.world.CourseRun;
import org.openedx.devdata.world.World;
import org.openedx.devdata.world.dump.ExportOptions;
import org.openedx.devdata.world.keys.WorldKeys;
import org.openedx.devdata.world.named.Population;

/**
 * The world that the spec of an entry describes, for the site that it goes to. Mutable, not
 * thread-safe: the site is asked once, and the spec is read once.
 */
final class EntryWorld {

  private final RunEntry entry;
  private final List<RunEntry> earlier;
  private final RunOptions options;
  private final Instant now;
  private final ClickHouse server;
  private final AspectsNames names;
  private SiteExports site;
  private Population population;
  private AspectsWorld specified;

  /**
   * @param earlier entries of the run before this one, in their order
   * @param now the moment at which the entry was loaded first
   */
  EntryWorld(
      RunEntry entry,
      List<RunEntry> earlier,
      RunOptions options,
      Instant now,
      ClickHouse server,
      AspectsNames names) {
    this.entry = entry;
    this.earlier = List.copyOf(earlier);
    this.options = options;
    this.now = now;
    this.server = server;
    this.names = names;
  }

  Instant now() {
    return now;
  }

  /** The exports that the site has; known once a world was made. */
  SiteExports site() {
    return site;
  }

  List<ServiceSpec> earlierSpecs() {
    return earlier.stream().map(RunEntry::spec).toList();
  }

  /** The world as the specs describe it; no database of another service is asked. */
  AspectsWorld asSpecified() {
    if (specified == null) {
      specified = world(UnaryOperator.identity());
    }
    return specified;
  }

  /** The world with the numbers that the LMS's database has now, where the spec imports from it. */
  AspectsWorld asNumberedByTheLms() {
    if (!imports()) {
      return asSpecified();
    }
    specified = null; // The numbers make another world of it.
    return world(this::numbered);
  }

  private boolean imports() {
    return entry.spec().settings().text(AspectsKinds.IMPORT).isPresent();
  }

  private AspectsWorld world(UnaryOperator<Population> numbering) {
    ServiceSpec spec = entry.spec();
    if (GeneratedWorld.meant(spec)) {
      return AspectsWorld.of(spec, Optional.empty(), now, options.seed(), this::exports);
    }
    if (population == null) {
      Optional<Population> imported =
          AspectsService.imported(spec, earlierSpecs(), now, options.seed());
      population =
          new PopulationReader(spec, imported, now, AspectsWorld.startOf(spec, now)).read();
    }
    return AspectsWorld.of(
        spec, Optional.of(numbering.apply(population)), now, options.seed(), this::exports);
  }

  /** Content of exports: looked up once, before anything is written. */
  private ExportOptions exports(World world) {
    if (site == null) {
      site =
          SiteExports.read(
              server, names, world.runs().stream().map(CourseRun::key).collect(Collectors.toSet()));
    }
    return site.options(
        entry.spec().settings().bool(WorldKeys.PII),
        entry.spec().settings().bool(WorldKeys.VIDEO_TIMES));
  }

  private Population numbered(Population all) {
    Population numbered = all;
    // A later entry of the LMS wins, and a number that is known stays.
    for (int i = earlier.size() - 1; i >= 0; i--) {
      RunEntry other = earlier.get(i);
      if (other.ida().equals(LmsPopulationApi.SERVICE)) {
        numbered = LmsPopulationApi.numbered(numbered, other.connection(), usernames(other.spec()));
      }
    }
    return numbered;
  }

  private List<String> usernames(ServiceSpec lms) {
    return LmsPopulationApi.of(lms, options.now(), options.seed()).learners().stream()
        .map(Population.Learner::username)
        .toList();
  }
}
