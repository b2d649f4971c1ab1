package org.openedx.devdata.service.content.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameUuidTest {

  /**
   * A loop in the digest was miscompiled after some thousand calls: all names had one UUID then.
   */
  @Test
  void namesKeepTheirUuidsOnceTheCodeIsCompiled() {
    List<String> interpreted = new ArrayList<>();
    int changed = 0;
    for (int round = 0; round < 1_000; round++) {
      for (int name = 0; name < 200; name++) {
        String uuid = NameUuid.of("log", "lib:Org:one", "log " + name);
        if (round == 0) {
          interpreted.add(uuid);
        }
        changed += uuid.equals(interpreted.get(name)) ? 0 : 1;
      }
    }
    assertThat(interpreted).doesNotHaveDuplicates();
    assertThat(changed).isZero();
  }
}
