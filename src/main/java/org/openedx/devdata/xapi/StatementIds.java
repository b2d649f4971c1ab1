package org.openedx.devdata.xapi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.openedx.devdata.bytes.Hexadecimal;
import org.openedx.devdata.random.NameUuids;

/**
 * Statement ids by the rule of event-routing-backends: a name-based UUID (version 5) of actor and
 * time, in a namespace that is the name-based UUID of the verb. Allocates nothing for a statement
 * other than a child question. Mutable, not thread-safe.
 */
final class StatementIds {

  private static final int UUID_LENGTH = 36;
  private static final int NAMESPACE_LENGTH = 16;

  private final NameUuids uuids = new NameUuids();
  private final byte[][] namespaces = new byte[Verb.values().length][];

  /** The namespace, then the name: the text of the actor, a hyphen, the text of the time. */
  private final byte[] hashed;

  private final int accountStart;
  private final int timeStart;
  private long accountHigh;
  private long accountLow;

  StatementIds(String lmsUrl) {
    byte[] before =
        "{\"objectType\": \"Agent\", \"account\": {\"name\": \"".getBytes(StandardCharsets.UTF_8);
    byte[] after = ("\", \"homePage\": \"" + lmsUrl + "\"}}-").getBytes(StandardCharsets.UTF_8);
    accountStart = NAMESPACE_LENGTH + before.length;
    timeStart = accountStart + UUID_LENGTH + after.length;
    hashed = new byte[timeStart + 64];
    System.arraycopy(before, 0, hashed, NAMESPACE_LENGTH, before.length);
    System.arraycopy(after, 0, hashed, accountStart + UUID_LENGTH, after.length);
    Hexadecimal.putUuid(0, 0, hashed, accountStart);
    for (Verb verb : Verb.values()) {
      namespaces[verb.ordinal()] = namespace(verb.hashedText());
    }
  }

  /** Sets the id of a statement whose time has this text. */
  void identify(StatementData data, byte[] time, int timeLength) {
    if (data.accountHigh != accountHigh || data.accountLow != accountLow) {
      accountHigh = data.accountHigh;
      accountLow = data.accountLow;
      Hexadecimal.putUuid(accountHigh, accountLow, hashed, accountStart);
    }
    byte[] namespace =
        data.type == StatementType.QUESTION_CHECK
            ? namespace(data.type.verb().hashedText() + "-" + childId(data))
            : namespaces[data.type.verb().ordinal()];
    System.arraycopy(namespace, 0, hashed, 0, NAMESPACE_LENGTH);
    System.arraycopy(time, 0, hashed, timeStart, timeLength);
    uuids.make(hashed, timeStart + timeLength);
    data.idHigh = uuids.high();
    data.idLow = uuids.low();
  }

  private static byte[] namespace(String text) {
    UUID uuid = NameUuids.version5(NameUuids.DNS, text);
    return ByteBuffer.allocate(NAMESPACE_LENGTH)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }

  private static String childId(StatementData data) {
    String block =
        data.blockName == null
            ? String.format("%016x%016x", data.blockHigh, data.blockLow)
            : data.blockName.value();
    return block + "_" + data.otherNumber + "_1";
  }
}
