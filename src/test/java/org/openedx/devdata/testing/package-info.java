/**
 * What tests share: a fresh database on a real engine for each test that asks for one.
 *
 * <p>Annotate a class or a method with {@link org.openedx.devdata.testing.DatabaseTest} and take a
 * {@link org.openedx.devdata.testing.TestDatabase} as a parameter.
 */
package org.openedx.devdata.testing;
