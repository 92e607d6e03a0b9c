package dev.nabla.kernel.shell.advice;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** Runs snippets in this process and keeps what they threw and what a variable holds. */
final class LiveControl extends DirectExecutionControl {
  private Throwable thrown;
  private Object variable;

  Throwable thrown() {
    return thrown;
  }

  Object variable() {
    return variable;
  }

  @Override
  protected String invoke(Method method) throws Exception {
    try {
      return super.invoke(method);
    } catch (InvocationTargetException e) {
      thrown = e.getCause();
      throw e;
    }
  }

  @Override
  public String varValue(String className, String varName)
      throws RunException, EngineTerminationException, InternalException {
    try {
      Field field = findClass(className).getDeclaredField(varName);
      field.setAccessible(true);
      variable = field.get(null);
      return "";
    } catch (ReflectiveOperationException e) {
      throw new InternalException(e.toString());
    }
  }

  ExecutionControlProvider provider() {
    return new ExecutionControlProvider() {
      @Override
      public String name() {
        return "live";
      }

      @Override
      public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return LiveControl.this;
      }
    };
  }
}
