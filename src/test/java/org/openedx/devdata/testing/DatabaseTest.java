package org.openedx.devdata.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that need MySQL or MariaDB and lets them take {@link TestDatabase} parameters.
 *
 * <p>Who asks first decides how long a database lives: asked for in {@code @BeforeAll} it is shared
 * by all tests of the class; asked for in a constructor, {@code @BeforeEach} or a test method it is
 * that test's own. Every parameter of one test gets the same database.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("database")
@ExtendWith(DatabaseExtension.class)
public @interface DatabaseTest {}
