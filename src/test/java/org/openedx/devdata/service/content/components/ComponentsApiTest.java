package org.openedx.devdata.service.content.components;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.service.content.media.Media;
import org.openedx.devdata.service.content.media.MediaStore;
import org.openedx.devdata.service.content.media.MediaType;
import org.openedx.devdata.service.content.publishing.Moment;
import org.openedx.devdata.service.content.publishing.Origin;
import org.openedx.devdata.service.content.publishing.PublishingApi;
import org.openedx.devdata.spec.Position;

/** Keys of components, and what a new version takes over from the one before. */
class ComponentsApiTest {

  private static final Moment NOW =
      new Moment(
          Instant.EPOCH, true, Optional.empty(), new Origin("test", Position.ofFile("test")));

  private final MediaStore media = new MediaStore(true);
  private final ComponentsApi components = new ComponentsApi(new PublishingApi());
  private final Component component =
      components.create(ComponentKey.parse("xblock.v1:html:one").orElseThrow(), true, NOW);

  private void next(
      Optional<String> title, Map<String, Optional<Media>> attachments, boolean withoutPrevious) {
    components.createNext(
        component, new NextVersion(Optional.empty(), title, attachments, withoutPrevious), NOW);
  }

  private Component.ComponentVersion last() {
    return component.versions().get(component.versions().size() - 1);
  }

  @ParameterizedTest
  @CsvSource({
    "xblock.v1:problem:my_id, problem, my_id",
    "xblock.v1:problem:a:b:c, problem, a:b:c",
    "other:html:x y, html, x y"
  })
  void aKeyIsSplitAtItsFirstTwoColons(String text, String type, String localKey) {
    ComponentKey key = ComponentKey.parse(text).orElseThrow();

    assertThat(key.type()).isEqualTo(type);
    assertThat(key.localKey()).isEqualTo(localKey);
    assertThat(key.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "xblock.v1", "xblock.v1:html", "xblock.v1:html: ", ":html:x", "a::x"})
  void aKeyWithoutAPartIsNone(String text) {
    assertThat(ComponentKey.parse(text)).isEmpty();
  }

  @Test
  void aNamespaceAndATypeFitTheirColumns() {
    String longest = "t".repeat(100);

    assertThat(ComponentKey.parse("n:" + longest + ":x")).isPresent();
    assertThat(ComponentKey.parse("n:" + longest + "t:x")).isEmpty();
    assertThat(ComponentKey.parse(longest + "t:t:x")).isEmpty();
  }

  @Test
  void aVersionTakesOverWhatItDoesNotName() {
    Media first = media.text(MediaType.ofBlock("html"), "<p>1</p>", Instant.EPOCH);
    Media second = media.text(MediaType.ofBlock("html"), "<p>2</p>", Instant.EPOCH);
    next(Optional.of("A"), Map.of("a", Optional.of(first), "b", Optional.of(first)), false);
    next(Optional.empty(), Map.of("a", Optional.of(second)), false);

    assertThat(last().version().title()).isEqualTo("A");
    assertThat(last().version().number()).isEqualTo(2);
    assertThat(last().attachments()).isEqualTo(Map.of("a", second, "b", first));

    next(Optional.empty(), Map.of("b", Optional.empty()), false);
    assertThat(last().attachments()).isEqualTo(Map.of("a", second));

    next(Optional.of("B"), Map.of("c", Optional.of(first)), true);
    assertThat(last().version().title()).isEqualTo("B");
    assertThat(last().attachments()).isEqualTo(Map.of("c", first));
  }

  @Test
  void anEntityIsFoundAsItsComponent() {
    assertThat(components.of(component.entity())).containsSame(component);
    assertThat(components.all()).containsExactly(component);
    assertThat(component.entity().key()).isEqualTo("xblock.v1:html:one");
  }
}
