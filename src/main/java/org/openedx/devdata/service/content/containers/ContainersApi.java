package org.openedx.devdata.service.content.containers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.service.content.publishing.Entity;
import org.openedx.devdata.service.content.publishing.HistoryException;
import org.openedx.devdata.service.content.publishing.Moment;
import org.openedx.devdata.service.content.publishing.PublishingApi;
import org.openedx.devdata.service.content.publishing.Version;

/** The containers of one package. Not thread-safe. */
public final class ContainersApi {

  private static final String COMPONENT = "component";

  private final PublishingApi publishing;
  private final Map<Entity, Container> containers = new LinkedHashMap<>();

  public ContainersApi(PublishingApi publishing) {
    this.publishing = publishing;
  }

  /** Makes a container without a version. */
  public Container create(ContainerType type, String key, boolean canStandAlone, Moment created) {
    Container container = new Container(publishing.createEntity(key, canStandAlone, created), type);
    containers.put(container.entity(), container);
    return container;
  }

  /** The container that an entity is; empty for a component. */
  public Optional<Container> of(Entity entity) {
    return Optional.ofNullable(containers.get(entity));
  }

  /** All in the order of their making. */
  public Collection<Container> all() {
    return Collections.unmodifiableCollection(containers.values());
  }

  /**
   * Makes the next version and points the draft at it.
   *
   * @throws HistoryException when a child may not stand there; no version is made then
   */
  public Version createNext(Container container, NextVersion next, Moment created) {
    List<Container.ContainerVersion> versions = container.versions();
    Optional<Container.ContainerVersion> previous =
        versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    EntityList list = list(next, previous.map(Container.ContainerVersion::list));
    for (Child child : list.children()) {
      check(container, child);
    }
    String title = next.title().orElse(previous.map(before -> before.version().title()).orElse(""));
    List<Entity> dependencies =
        list.children().stream()
            .filter(child -> child.pinned().isEmpty())
            .map(Child::entity)
            .toList();
    Version version =
        publishing.createVersion(container.entity(), next.number(), title, dependencies, created);
    container.add(new Container.ContainerVersion(version, list));
    return version;
  }

  private static EntityList list(NextVersion next, Optional<EntityList> previous) {
    boolean same =
        next.children().isEmpty() && next.appended().isEmpty() && next.removed().isEmpty();
    if (same && previous.isPresent()) {
      return previous.get();
    }
    List<Child> children =
        new ArrayList<>(
            next.children().orElse(previous.map(EntityList::children).orElse(List.of())));
    for (Child child : next.removed()) {
      if (!children.removeIf(child::equals)) {
        throw new HistoryException(notThere(child, children));
      }
    }
    children.addAll(next.appended());
    return new EntityList(children);
  }

  private static String notThere(Child child, List<Child> children) {
    return children.stream()
        .filter(other -> other.entity() == child.entity())
        .findFirst()
        .map(other -> "it is held " + held(other) + ", not " + held(child))
        .map(how -> "cannot remove '" + child.entity() + "': " + how)
        .orElse(
            "cannot remove '"
                + child.entity()
                + "': it is no child at this time; leave it out or check the times");
  }

  private static String held(Child child) {
    return child
        .pinned()
        .map(version -> "at version " + version.number() + " (KEY@" + version.number() + ")")
        .orElse("at its latest version (KEY)");
  }

  private void check(Container parent, Child child) {
    String type = of(child.entity()).map(one -> one.type().code()).orElse(COMPONENT);
    if (!type.equals(parent.type().child())) {
      throw new HistoryException(
          "a "
              + parent.type().code()
              + " holds "
              + parent.type().child()
              + "s, but '"
              + child.entity()
              + "' is a "
              + type
              + "; take another child");
    }
    child
        .pinned()
        .filter(version -> version.entity() != child.entity())
        .ifPresent(
            version -> {
              throw new HistoryException(
                  "version " + version + " is not one of '" + child.entity() + "'");
            });
  }
}
