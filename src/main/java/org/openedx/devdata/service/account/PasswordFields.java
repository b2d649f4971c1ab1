package org.openedx.devdata.service.account;

import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;

/** Fields with which a record gives an account's password, for any Django service. Stateless. */
public final class PasswordFields {

  private PasswordFields() {}

  public static Field password() {
    return Field.of(
        "password", new FieldType.Text(1_000), "Password in the clear; stored as Django's hash.");
  }

  public static Field hash() {
    return Field.of(
        "password_hash",
        new FieldType.Text(128),
        "Ready-made Django password hash, or `!` for an account without a usable password.");
  }
}
