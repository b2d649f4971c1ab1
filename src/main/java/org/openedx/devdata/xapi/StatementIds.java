package org.openedx.devdata.xapi;

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

  private final NameUuids uuids = new NameUuids();
  private final UUID[] namespaces = new UUID[Verb.values().length];

  /** The text of the actor, a hyphen, the text of the time. */
  private final byte[] name;

  private final int accountStart;
  private final int timeStart;
  private long accountHigh;
  private long accountLow;

  StatementIds(String lmsUrl) {
    byte[] before =
        "{\"objectType\": \"Agent\", \"account\": {\"name\": \"".getBytes(StandardCharsets.UTF_8);
    byte[] after = ("\", \"homePage\": \"" + lmsUrl + "\"}}-").getBytes(StandardCharsets.UTF_8);
    accountStart = before.length;
    timeStart = accountStart + UUID_LENGTH + after.length;
    name = new byte[timeStart + 64];
    System.arraycopy(before, 0, name, 0, before.length);
    System.arraycopy(after, 0, name, accountStart + UUID_LENGTH, after.length);
    Hexadecimal.putUuid(0, 0, name, accountStart);
    for (Verb verb : Verb.values()) {
      namespaces[verb.ordinal()] = NameUuids.version5(NameUuids.DNS, verb.hashedText());
    }
  }

  /** Sets the id of a statement whose time has this text. */
  void identify(StatementData data, byte[] time, int timeLength) {
    if (data.accountHigh != accountHigh || data.accountLow != accountLow) {
      accountHigh = data.accountHigh;
      accountLow = data.accountLow;
      Hexadecimal.putUuid(accountHigh, accountLow, name, accountStart);
    }
    UUID namespace =
        data.type == StatementType.QUESTION_CHECK
            ? NameUuids.version5(NameUuids.DNS, data.type.verb().hashedText() + "-" + childId(data))
            : namespaces[data.type.verb().ordinal()];
    System.arraycopy(time, 0, name, timeStart, timeLength);
    uuids.begin(namespace.getMostSignificantBits(), namespace.getLeastSignificantBits());
    uuids.update(name, 0, timeStart + timeLength);
    uuids.end();
    data.idHigh = uuids.high();
    data.idLow = uuids.low();
  }

  private static String childId(StatementData data) {
    String block =
        data.blockName == null
            ? String.format("%016x%016x", data.blockHigh, data.blockLow)
            : data.blockName.value();
    return block + "_" + data.otherNumber + "_1";
  }
}
