package dev.nabla.kernel.extension;

import dev.nabla.display.Display;
import dev.nabla.kernel.magic.Bundled;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.DisplayDataRenderable;
import org.dflib.jjava.jupyter.kernel.display.RenderFunction;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMETypeParseException;

/** JJava's registry of renderers, which also knows for which classes it has one. */
final class JJavaRenderer extends org.dflib.jjava.jupyter.kernel.display.Renderer {
  private static final List<MIMEType> USUAL =
      Stream.of(
              Display.TEXT,
              Display.HTML,
              Display.LATEX,
              Display.MARKDOWN,
              "image/svg+xml",
              Display.PNG,
              "image/jpeg",
              "image/gif",
              "application/javascript",
              "application/json")
          .map(JJavaRenderer::type)
          .toList();

  private final List<Class<?>> classes =
      new CopyOnWriteArrayList<>(List.of(DisplayDataRenderable.class, DisplayData.class));

  @Override
  public <T> void register(
      Set<MIMEType> supported,
      Set<MIMEType> preferred,
      Set<Class<? extends T>> types,
      RenderFunction<T> function) {
    classes.addAll(types);
    super.register(supported, preferred, types, function);
  }

  /** What shows the values that an extension has registered a renderer for. */
  Renderer forRegistered() {
    return value -> {
      if (value instanceof DisplayData data) {
        return bundled(data);
      }
      return classes.stream().anyMatch(each -> each.isInstance(value))
          ? bundled(render(value))
          : null;
    };
  }

  /** A bundle of JJava does not tell what is in it, so that it is asked for each format. */
  static Bundled bundled(DisplayData data) {
    Map<String, String> bundle = new LinkedHashMap<>();
    for (MIMEType each : USUAL) {
      Object content = data.getData(each);
      if (content != null) {
        bundle.put(each.toString(), content.toString());
      }
    }
    bundle.putIfAbsent(Display.TEXT, "");
    return () -> bundle;
  }

  private static MIMEType type(String name) {
    try {
      return MIMEType.parse(name);
    } catch (MIMETypeParseException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
