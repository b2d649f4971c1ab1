package org.openedx.devdata.service.content.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.service.content.publishing.Entity;
import org.openedx.devdata.service.content.publishing.HistoryException;
import org.openedx.devdata.service.content.publishing.Moment;
import org.openedx.devdata.service.content.publishing.Origin;
import org.openedx.devdata.service.content.publishing.PublishingApi;
import org.openedx.devdata.service.content.publishing.Version;
import org.openedx.devdata.spec.Position;

/** Children of containers: which may stand there, and how versions change them. */
class ContainersApiTest {

  private static final Moment NOW =
      new Moment(
          Instant.EPOCH, true, Optional.empty(), new Origin("test", Position.ofFile("test")));

  private final PublishingApi publishing = new PublishingApi();
  private final ContainersApi containers = new ContainersApi(publishing);
  private final Container unit = containers.create(ContainerType.UNIT, "unit", true, NOW);

  private Entity component(String key) {
    Entity entity = publishing.createEntity(key, true, NOW);
    publishing.createVersion(entity, Optional.empty(), key, List.of(), NOW);
    return entity;
  }

  private static Child latest(Entity entity) {
    return new Child(entity, Optional.empty());
  }

  private static Child pinned(Entity entity, int version) {
    return new Child(entity, Optional.of(entity.version(version).orElseThrow()));
  }

  private Version change(
      Container container, Optional<List<Child>> all, List<Child> appended, List<Child> removed) {
    return containers.createNext(
        container,
        new NextVersion(Optional.empty(), Optional.empty(), all, appended, removed),
        NOW);
  }

  private static List<Child> children(Container container) {
    List<Container.ContainerVersion> versions = container.versions();
    return versions.get(versions.size() - 1).list().children();
  }

  @Test
  void aVersionThatChangesNoChildSharesTheListOfTheOneBefore() {
    change(unit, Optional.of(List.of(latest(component("a")))), List.of(), List.of());
    containers.createNext(
        unit,
        new NextVersion(
            Optional.empty(), Optional.of("Other title"), Optional.empty(), List.of(), List.of()),
        NOW);

    assertThat(unit.versions().get(1).list()).isSameAs(unit.versions().get(0).list());
    assertThat(unit.versions().get(1).version().title()).isEqualTo("Other title");
  }

  @Test
  void onlyUnpinnedChildrenAreDependencies() {
    Entity a = component("a");
    Entity b = component("b");
    Version version =
        change(unit, Optional.of(List.of(latest(a), pinned(b, 1))), List.of(), List.of());

    assertThat(version.dependencies()).containsExactly(a);
  }

  @Test
  void aRemovedChildIsTakenOutAsItIsGiven() {
    Entity a = component("a");
    change(unit, Optional.of(List.of(latest(a), pinned(a, 1), latest(a))), List.of(), List.of());
    change(unit, Optional.empty(), List.of(), List.of(latest(a)));

    assertThat(children(unit)).containsExactly(pinned(a, 1));
    assertThatThrownBy(() -> change(unit, Optional.empty(), List.of(), List.of(latest(a))))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("at version 1");
    assertThat(unit.versions()).hasSize(2);
  }

  /** Every type of child in every type of container: one level below is the only one. */
  @ParameterizedTest
  @ValueSource(strings = {"unit", "subsection", "section"})
  void aContainerHoldsWhatStandsOneLevelBelowIt(String parentType) {
    Container parent =
        containers.create(ContainerType.of(parentType).orElseThrow(), "parent", true, NOW);
    List<Entity> entities = new ArrayList<>(List.of(component("child-component")));
    for (ContainerType type : ContainerType.values()) {
      entities.add(containers.create(type, "child-" + type.code(), true, NOW).entity());
    }
    for (Entity entity : entities) {
      String type = entity.key().substring("child-".length());
      if (type.equals(parent.type().child())) {
        change(parent, Optional.of(List.of(latest(entity))), List.of(), List.of());
      } else {
        assertThatThrownBy(
                () -> change(parent, Optional.of(List.of(latest(entity))), List.of(), List.of()))
            .isInstanceOf(HistoryException.class)
            .hasMessageContaining("a " + parentType + " holds")
            .hasMessageContaining(type);
      }
    }
    assertThat(parent.versions()).hasSize(1);
  }

  @Test
  void aChildIsHeldAtAVersionOfItsOwn() {
    Entity a = component("a");
    Entity b = component("b");
    Child crossed = new Child(a, b.version(1));

    assertThatThrownBy(() -> change(unit, Optional.of(List.of(crossed)), List.of(), List.of()))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("is not one of 'a'");
    assertThat(unit.versions()).isEmpty();
  }

  /** Random changes against a plain list. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void changesAreThoseOfAList(long seed) {
    Random random = new Random(seed);
    List<Entity> entities = List.of(component("a"), component("b"), component("c"), component("d"));
    List<Child> expected = new ArrayList<>();
    for (int step = 0; step < 60; step++) {
      Entity one = entities.get(random.nextInt(entities.size()));
      Child child = random.nextBoolean() ? latest(one) : pinned(one, 1);
      if (expected.contains(child) && random.nextBoolean()) {
        expected.removeIf(child::equals);
        change(unit, Optional.empty(), List.of(), List.of(child));
      } else {
        expected.add(child);
        change(unit, Optional.empty(), List.of(child), List.of());
      }
      assertThat(children(unit)).isEqualTo(expected);
    }
    assertThat(unit.versions()).hasSize(60);
  }
}
