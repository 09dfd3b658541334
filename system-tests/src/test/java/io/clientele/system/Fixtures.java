package io.clientele.system;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands what takes long to start to every test that asks for it: each started once for all. */
final class Fixtures implements ParameterResolver {

  /** How one of them is started. */
  @FunctionalInterface
  private interface Start {
    Object now() throws IOException;
  }

  private static final Map<Class<?>, Start> STARTS =
      Map.of(
          FrontDoor.class, FrontDoor::new,
          RunningPlatform.class, RunningPlatform::new,
          NodeTools.class, NodeTools::new);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return STARTS.containsKey(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (type == NodeTools.class) {
      Assumptions.assumeTrue(NodeTools.arePossible(), "node or npm is not installed");
    }
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(type, Fixtures::started);
  }

  /** Leaves nothing behind, also where a start failed or the tests were broken off. */
  static void closeAtExit(AutoCloseable fixture) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(fixture), "close-fixture"));
  }

  private static void close(AutoCloseable fixture) {
    try {
      fixture.close();
    } catch (Exception e) {
      throw new IllegalStateException("does not stop: " + fixture, e);
    }
  }

  private static Object started(Class<?> type) {
    try {
      return STARTS.get(type).now();
    } catch (IOException e) {
      throw new IllegalStateException("does not start: " + type.getSimpleName(), e);
    }
  }
}
