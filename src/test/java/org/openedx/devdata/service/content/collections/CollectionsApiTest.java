package org.openedx.devdata.service.content.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openedx.devdata.service.content.publishing.HistoryException;
import org.openedx.devdata.service.content.publishing.Moment;
import org.openedx.devdata.service.content.publishing.Origin;
import org.openedx.devdata.spec.Position;

/** Keys of collections, as the database compares them. */
class CollectionsApiTest {

  private static final Moment NOW =
      new Moment(
          Instant.EPOCH, true, Optional.empty(), new Origin("test", Position.ofFile("test")));

  private final CollectionsApi collections = new CollectionsApi();

  private static Collection collection(String key) {
    return new Collection(key, "Title", "", true, NOW, NOW, List.of());
  }

  @ParameterizedTest
  @CsvSource({"botany, botany", "botany, BOTANY", "\u00e9clair, Eclair"})
  void aKeyIsTakenInAnySpellingThatTheDatabaseComparesEqual(String first, String second) {
    collections.create(collection(first));

    assertThatThrownBy(() -> collections.create(collection(second)))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("'" + second + "' has the key of '" + first + "'");
    assertThat(collections.all()).extracting(Collection::key).containsExactly(first);
  }

  @Test
  void collectionsStayInTheirOrder() {
    List.of("b", "a", "c").forEach(key -> collections.create(collection(key)));

    assertThat(collections.all()).extracting(Collection::key).containsExactly("b", "a", "c");
  }
}
