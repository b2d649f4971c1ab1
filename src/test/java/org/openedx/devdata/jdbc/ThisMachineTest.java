package org.openedx.devdata.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ThisMachineTest {

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.8.9.10", "::1", "[::1]"})
  void loopbackAddressesAndTheirNamesAre(String host) {
    assertThat(ThisMachine.is(host)).isTrue();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "127.evil.invalid",
        "127.0.0.1.invalid",
        "localhost.invalid",
        "192.0.2.1",
        "::2",
        "[::ffff:192.0.2.1]",
        " "
      })
  void namesThatOnlyLookLikeThemAreNot(String host) {
    assertThat(ThisMachine.is(host)).isFalse();
  }
}
