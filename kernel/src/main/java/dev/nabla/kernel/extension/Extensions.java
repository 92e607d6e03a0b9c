package dev.nabla.kernel.extension;

import dev.nabla.kernel.magic.Magic;
import dev.nabla.kernel.magic.Registry;
import dev.nabla.kernel.shell.Running;
import dev.nabla.kernel.shell.Shell;
import java.util.HashSet;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.Extension;

/** Takes what libraries bring for the kernel, when they come onto the class path. */
public final class Extensions {
  private final Shell shell;
  private final Registry registry;
  private final Renderers renderers;
  private final Set<String> known = new HashSet<>();
  private JJavaKernel jjava;

  public Extensions(Shell shell, Registry registry, Renderers renderers) {
    this.shell = shell;
    this.registry = registry;
    this.renderers = renderers;
  }

  /** Installs what was not there before. */
  public void install(Running cell) {
    each(Magic.class, registry::add, cell);
    each(Renderer.class, renderers::add, cell);
    each(Extension.class, each -> install(each, cell), cell);
  }

  private <T> void each(Class<T> service, Consumer<T> install, Running cell) {
    Iterator<T> found = ServiceLoader.load(service, shell.loader()).iterator();
    while (true) {
      try {
        if (!found.hasNext()) {
          return;
        }
        T one = found.next();
        if (known.add(service.getName() + " " + one.getClass().getName())) {
          install.accept(one);
        }
      } catch (Exception | Error e) {
        // A library that is broken must not take the others with it.
        cell.note("An extension cannot be used: " + e.getMessage());
        if (!(e instanceof ServiceConfigurationError)) {
          return;
        }
      }
    }
  }

  private void install(Extension extension, Running cell) {
    if (jjava == null) {
      jjava = JJavaKernel.create(shell);
      renderers.add(jjava.asRenderer());
    }
    jjava.install(extension, cell);
    jjava.newMagics().forEach(registry::add);
  }
}
