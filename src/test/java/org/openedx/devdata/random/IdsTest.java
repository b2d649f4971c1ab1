package org.openedx.devdata.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "python.org", "p\u00e4ss", "a much longer name than one block of SHA-1"})
  void nameUuidHasVersionAndVariant(String name) {
    UUID uuid = NameUuids.version5(NameUuids.URL, name);

    assertThat(uuid.version()).isEqualTo(5);
    assertThat(uuid.variant()).isEqualTo(2);
  }

  @Test
  void nameUuidIsThatOfEveryOtherLibrary() {
    assertThat(NameUuids.version5(NameUuids.DNS, "python.org"))
        .hasToString("886313e1-3b8a-5372-9b90-0c9aee199e5d");
  }

  @Test
  void statementIdIsMadeInTwoSteps() {
    String verb =
        "{\"id\": \"http://adlnet.gov/expapi/verbs/registered\", \"display\": {\"en\": \"registered\"}}";
    String actor =
        "{\"objectType\": \"Agent\", \"account\": {\"name\": \"32e08e30-f8ae-4ce2-94a8-c2bfe38a70cb\","
            + " \"homePage\": \"http://localhost:18000\"}}";

    UUID namespace = NameUuids.version5(NameUuids.DNS, verb);

    assertThat(NameUuids.version5(namespace, actor + "-2020-07-15T06:36:01.917775+00:00"))
        .hasToString("bb946682-b0b9-5dc2-a17c-605ef5833c98");
  }

  @Test
  void nameUuidInPiecesEqualsTheWhole() {
    NameUuids maker = new NameUuids();
    byte[] name = "python.org".getBytes(StandardCharsets.UTF_8);
    byte[] text = new byte[Uuids.TEXT_LENGTH];
    byte[] bytes = new byte[18];

    maker.begin(NameUuids.DNS.getMostSignificantBits(), NameUuids.DNS.getLeastSignificantBits());
    maker.update(name, 0, 3);
    maker.update(name, 3, name.length - 3);
    maker.end();
    maker.writeText(text, 0);
    maker.writeBytes(bytes, 1);

    assertThat(new String(text, StandardCharsets.US_ASCII))
        .isEqualTo("886313e1-3b8a-5372-9b90-0c9aee199e5d");
    assertThat(bytes).startsWith(0, 0x88, 0x63).endsWith(0x9e, 0x5d, 0);
    assertThat(new UUID(maker.high(), maker.low()))
        .isEqualTo(NameUuids.version5(NameUuids.DNS, "python.org"));
  }

  @Test
  void oneNameUuidDoesNotTouchTheNext() {
    NameUuids maker = new NameUuids();
    long high = NameUuids.DNS.getMostSignificantBits();
    long low = NameUuids.DNS.getLeastSignificantBits();
    byte[] name = "python.org".getBytes(StandardCharsets.UTF_8);

    maker.begin(high, low);
    maker.update(name, 0, 5);
    maker.begin(high, low);
    maker.update(name, 0, name.length);
    maker.end();

    assertThat(new UUID(maker.high(), maker.low()))
        .hasToString("886313e1-3b8a-5372-9b90-0c9aee199e5d");
  }

  @Test
  void randomUuidHasTheShapeOfVersionFour() {
    UUID uuid = Uuids.version4(77);

    assertThat(uuid.version()).isEqualTo(4);
    assertThat(uuid.variant()).isEqualTo(2);
    assertThat(uuid).isEqualTo(Uuids.version4(77)).isNotEqualTo(Uuids.version4(78));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"01234567-89ab-cdef-fedc-ba9876543210", "ffffffff-ffff-ffff-ffff-ffffffffffff"})
  void writtenTextIsThatOfTheJdk(String expected) {
    UUID uuid = UUID.fromString(expected);
    byte[] text = new byte[40];
    byte[] hex = new byte[32];

    Uuids.writeText(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits(), text, 2);
    Uuids.writeHex(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits(), hex, 0);

    assertThat(new String(text, 2, 36, StandardCharsets.US_ASCII)).isEqualTo(expected);
    assertThat(text).startsWith(0, 0).endsWith(0, 0);
    assertThat(new String(hex, StandardCharsets.US_ASCII)).isEqualTo(expected.replace("-", ""));
  }

  @Test
  void hexIdsHaveAnyLength() {
    assertThat(Hex.id(5, 0)).isEmpty();
    assertThat(Hex.id(5, 7)).matches("[0-9a-f]{7}");
    assertThat(Hex.id(5, 40)).matches("[0-9a-f]{40}").isNotEqualTo(Hex.id(6, 40));
    assertThat(Hex.id(5, 32).substring(0, 16)).isNotEqualTo(Hex.id(5, 32).substring(16));
  }

  @Test
  void valuesNeverChange() {
    assertThat(Uuids.version4(1)).hasToString("9e016029-3a33-4af7-8921-b5c2e35c60d0");
    assertThat(Hex.id(1, 20)).isEqualTo("9e0160293a33aaf760d0");
  }
}
