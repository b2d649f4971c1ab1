package org.openedx.devdata.plan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectNumbersTest {

  @Test
  void objectsOfOneIdentityHashCodeHaveNumbersOfTheirOwn() {
    ObjectNumbers numbers = new ObjectNumbers();
    Map<Integer, Object> byHash = new HashMap<>();
    Object one = new Object();
    Object other = byHash.put(System.identityHashCode(one), one);
    while (other == null && byHash.size() < 2_000_000) {
      one = new Object();
      other = byHash.put(System.identityHashCode(one), one);
    }

    assertThat(other).as("two objects of one hash code").isNotNull();
    assertThat(numbers.of(one)).isNotEqualTo(numbers.of(other)).isEqualTo(numbers.of(one));
    assertThat(numbers.of(new Object())).isEqualTo(2);
  }
}
