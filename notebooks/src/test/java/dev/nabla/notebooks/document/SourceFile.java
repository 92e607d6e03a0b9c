package dev.nabla.notebooks.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A type of the language, read from its source.
 *
 * @param words what users may call, in the order of the source
 */
record SourceFile(String name, Javadoc comment, List<Word> words) {

  /**
   * A method or a constant.
   *
   * @param section the last comment {@code // ---- section ----} above it; empty before the first
   * @param signature {@code matrix(String text)}
   * @param gives the type of its value
   */
  record Word(String section, String signature, String gives, Javadoc comment) {}

  private static final Pattern SECTION = Pattern.compile("(?m)^  // ---- (.*) ----$");

  /** What other parts of the language call, and no user. */
  private static final Set<String> INNER =
      Set.of(
          "slopeFromZ",
          "sentence",
          "backwardSentence",
          "piece",
          "pieces",
          "scale",
          "with",
          "inGraph",
          "require",
          "fusedWith",
          "factors");

  /** Types that belong to the inside. */
  private static final Pattern INSIDE =
      Pattern.compile("View|Notation|DMatrixRMaj|Expression|Circuit|Calculation|UpdateRule|Map<.*");

  static SourceFile read(Path file) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(null, files, problems, null, null, files.getJavaFileObjects(file));
      CompilationUnitTree unit = task.parse().iterator().next();
      assertThat(problems.getDiagnostics()).as(file.toString()).isEmpty();
      ClassTree type = (ClassTree) unit.getTypeDecls().get(0);
      return new Reader(DocTrees.instance(task), unit, type, Files.readString(file)).read();
    }
  }

  private record Reader(DocTrees trees, CompilationUnitTree unit, ClassTree type, String text) {

    SourceFile read() {
      boolean facade = type.getSimpleName().contentEquals("Nabla");
      boolean open = type.getKind() == Tree.Kind.INTERFACE;
      TreePath path = new TreePath(new TreePath(unit), type);
      List<Word> words = new ArrayList<>();
      for (Tree member : type.getMembers()) {
        DocCommentTree comment = trees.getDocCommentTree(new TreePath(path, member));
        if (comment == null) {
          continue;
        }
        Javadoc javadoc = Javadoc.of(comment);
        if (member instanceof MethodTree method
            && isWord(method.getModifiers(), facade, open)
            && method.getReturnType() != null) {
          words.add(
              new Word(section(member), signature(method), method.getReturnType() + "", javadoc));
        } else if (member instanceof VariableTree constant
            && isWord(constant.getModifiers(), facade, false)) {
          words.add(
              new Word(section(member), constant.getName() + "", constant.getType() + "", javadoc));
        }
      }
      words.removeIf(Reader::isInside);
      Javadoc comment = Javadoc.of(trees.getDocCommentTree(path));
      return new SourceFile(type.getSimpleName().toString(), comment, words);
    }

    private static boolean isWord(ModifiersTree modifiers, boolean facade, boolean open) {
      return (open || modifiers.getFlags().contains(Modifier.PUBLIC))
          && modifiers.getFlags().contains(Modifier.STATIC) == facade
          && modifiers.getAnnotations().isEmpty();
    }

    private static boolean isInside(Word word) {
      return INNER.contains(word.signature().replaceFirst("\\(.*", ""))
          || INSIDE.matcher(word.gives()).matches()
          || Pattern.compile("[(, ](" + INSIDE + ") ").matcher(word.signature()).find();
    }

    private static String signature(MethodTree method) {
      return method.getParameters().stream()
          .map(each -> each.toString().replaceAll("\\s+", " "))
          .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }

    private String section(Tree member) {
      long place = trees.getSourcePositions().getStartPosition(unit, member);
      return SECTION
          .matcher(text)
          .results()
          .filter(each -> each.start() < place)
          .reduce((a, b) -> b)
          .map((MatchResult each) -> each.group(1))
          .orElse("");
    }
  }
}
