package dev.nabla.product;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;

/**
 * Classes of ours loaded once more, hidden, from their own class files.
 *
 * <p>The JIT compiler takes final fields of hidden classes and of records for constants, wherever
 * it knows the object, and it compiles a hidden class by what that class alone has done before. So
 * loops whose bounds are such fields unroll as if the bounds were written there as numbers.
 */
public final class Reloaded {
  private Reloaded() {}

  /**
   * A new hidden class.
   *
   * @param original a lookup in the class to load; where this names itself as the type of a field
   *     or in a signature, that is still the original
   * @param data its class data, or null
   */
  public static Class<?> of(MethodHandles.Lookup original, Object data)
      throws IOException, IllegalAccessException {
    Class<?> type = original.lookupClass();
    String file = type.getSimpleName() + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      if (in == null) {
        throw new FileNotFoundException(file);
      }
      byte[] bytes = in.readAllBytes();
      return (data == null
              ? original.defineHiddenClass(bytes, true)
              : original.defineHiddenClassWithClassData(bytes, data, true))
          .lookupClass();
    }
  }
}
