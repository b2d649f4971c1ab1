package org.openedx.devdata.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands out {@link TestDatabase} parameters; see {@link DatabaseTest}. */
final class DatabaseExtension implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(DatabaseExtension.class);

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    // Without this a constructor's database would belong to the class and be shared by its tests.
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestDatabase.class;
  }

  @Override
  public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
    TestServer server =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(TestServer.class, key -> TestServer.start(), TestServer.class);
    // The look-up goes through the parents first: a class's database wins over a new one.
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            Scratch.class, key -> Scratch.on(server, context.getUniqueId()), Scratch.class)
        .database();
  }
}
