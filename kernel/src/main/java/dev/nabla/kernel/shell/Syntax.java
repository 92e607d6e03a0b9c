package dev.nabla.kernel.shell;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The grammar of Java alone: no names, no types. */
final class Syntax {
  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

  /** Whether a part of a cell can be a statement, an expression, a declaration or an import. */
  boolean allows(String part) {
    return parses(part + "\nclass $ {}")
        || parses("class $ { void $() {" + part + "\n;} }")
        || parses("class $ {" + part + "\n}")
        || parses("class $ { Object $ =" + part + "\n; }");
  }

  private boolean parses(String source) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///$.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    try {
      ((JavacTask) compiler.getTask(null, null, found, List.of("-proc:none"), null, List.of(file)))
          .parse();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.getDiagnostics().stream().noneMatch(e -> e.getKind() == Diagnostic.Kind.ERROR);
  }
}
