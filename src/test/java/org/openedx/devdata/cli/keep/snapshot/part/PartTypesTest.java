package org.openedx.devdata.cli.keep.snapshot.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.SnapshotException;

class PartTypesTest {

  private static SavedPart part(String kind) {
    return new SavedPart(kind, "p", List.of("lms"), "", "", "", List.of(), Map.of(), null);
  }

  @Test
  void eachTypeIsFoundByItsOwnName() {
    assertThat(PartTypes.ALL).extracting(PartType::kind).doesNotHaveDuplicates();
    for (PartType<?> type : PartTypes.ALL) {
      assertThat(PartTypes.of(part(type.kind()))).isSameAs(type);
      assertThat(PartTypes.words(type.kind())).isEqualTo(type.words());
    }
  }

  @Test
  void whatALaterDevdataHasSavedIsRefused() {
    assertThatThrownBy(() -> PartTypes.of(part("mongodb")))
        .isInstanceOf(SnapshotException.class)
        .hasMessage(
            "part p is of type mongodb, which this devdata does not know; use a later devdata");
  }
}
