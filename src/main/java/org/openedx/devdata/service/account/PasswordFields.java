package org.openedx.devdata.service.account;

import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.kind.Inverse;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;

/** Fields with which a record gives an account's password, for any Django service. Stateless. */
public final class PasswordFields {

  /** Column of an account's hash. */
  public static final String COLUMN = "password";

  private static final String HASH = "password_hash";

  private PasswordFields() {}

  public static Field password() {
    return Field.of(
        "password", new FieldType.Text(1_000), "Password in the clear; stored as Django's hash.");
  }

  /** The hash of a table's accounts as a field; of an unusable password only that it is one. */
  public static Inverse inverse(Inverse kind, Table accounts) {
    return kind.link(HASH, accounts, COLUMN, hash -> ((String) hash).startsWith("!") ? "!" : hash);
  }

  public static Field hash() {
    return Field.of(
        HASH,
        new FieldType.Text(128),
        "Ready-made Django password hash, or `!` for an account without a usable password.");
  }
}
