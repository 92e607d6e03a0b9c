package dev.nabla.kernel.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** Signatures and Javadoc comments as text and HTML. */
final class Docs {
  private static final String LANGUAGE = "/META-INF/sources/dev/nabla/Nabla.java";
  private static final Pattern INLINE = Pattern.compile("\\{@(\\w+)\\s*([^{}]*)}");
  private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@(\\w+)\\s+");
  private static final Pattern PARAMETER = Pattern.compile("(?m)^\\s*@param\\s+(<?\\w+>?)\\s+");
  private static final Pattern THROWN =
      Pattern.compile("(?m)^\\s*@(?:throws|exception)\\s+([\\w.]+)\\s+");
  private static final Pattern RESULT = Pattern.compile("(?m)^\\s*@return\\s+");
  private static final Pattern OF_LANGUAGE = Pattern.compile("\\bNabla\\.");
  private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");
  private static final Pattern OF_MATRIX =
      Pattern.compile(" (?:Simple(?:Base<.*>|Matrix)|ConstMatrix<.*>)\\.\\w+\\(");
  private static final Pattern ANGLES = Pattern.compile("<[^<>]*>");
  private static final Pattern METHOD_NAME = Pattern.compile("(\\w+)\\(");

  private Docs() {}

  /** What to show for these elements; empty for none. Those with the same comment share it. */
  static Map<String, String> bundle(List<Documentation> found) {
    Map<String, String> byComment = new LinkedHashMap<>();
    for (Documentation each : found) {
      Optional<MatrixMethod> taught = taught(each.signature());
      if (taught.isPresent()) {
        byComment.put(taught.get().sentence(), String.join("\n", taught.get().signatures()));
      } else {
        byComment.merge(comment(each), signature(each.signature()), (a, b) -> a + "\n" + b);
      }
    }
    Map<String, String> bundle = new LinkedHashMap<>();
    if (!found.isEmpty()) {
      StringBuilder plain = new StringBuilder();
      StringBuilder html = new StringBuilder();
      byComment.forEach(
          (comment, signatures) -> {
            plain.append(signatures).append('\n').append(text(comment).indent(4)).append('\n');
            html.append("<pre>").append(escaped(signatures)).append("</pre>").append(html(comment));
          });
      bundle.put("text/plain", plain.toString().strip());
      bundle.put("text/html", html.toString());
    }
    return bundle;
  }

  /**
   * A signature of JShell without packages and bounds: first the call, then what it gives. Only a
   * type keeps its package, which tells what to import.
   *
   * <pre>{@code
   * int java.lang.Math.max(int a, int b)   // Math.max(int a, int b) → int
   * }</pre>
   */
  static String signature(String full) {
    String signature = PACKAGE.matcher(full).replaceAll("");
    Matcher name = METHOD_NAME.matcher(signature);
    if (!name.find()) {
      return isType(full) ? full : signature.replaceFirst("(?<=\\w):(?=\\w)", ": ");
    }
    String head = signature.substring(0, name.start());
    int space = lastSpace(head);
    String result = head.substring(0, Math.max(0, space));
    String owner = withoutBounds(head.substring(space + 1));
    int close = signature.lastIndexOf(')') + 1;
    String call = signature.substring(name.start(), close);
    if (isOfMatrix(signature)) {
      result = result.equals("T") ? "SimpleMatrix" : result;
      owner = "";
      call = call.replace("<?>", "").replaceAll("\\b_(?=\\w)", "");
    }
    String gives = result.isEmpty() || result.equals("void") ? "" : " → " + result;
    return owner + call + gives + signature.substring(close);
  }

  private static boolean isType(String signature) {
    return signature.indexOf(':') < 0 && signature.indexOf('(') < 0;
  }

  /** The last space that stands in no angle brackets; -1 for none. */
  private static int lastSpace(String text) {
    int depth = 0;
    int at = text.length() - 1;
    while (at >= 0 && (depth > 0 || text.charAt(at) != ' ')) {
      depth += text.charAt(at) == '>' ? 1 : text.charAt(at) == '<' ? -1 : 0;
      at--;
    }
    return at;
  }

  private static String withoutBounds(String type) {
    String shorter = ANGLES.matcher(type).replaceAll("");
    return shorter.equals(type) ? type.replaceFirst("^\\.", "") : withoutBounds(shorter);
  }

  private static boolean isOfMatrix(String signature) {
    return OF_MATRIX.matcher(signature).find();
  }

  /** The method of a matrix that the course explains in its own words. */
  private static Optional<MatrixMethod> taught(String full) {
    String signature = PACKAGE.matcher(full).replaceAll("");
    Matcher name = METHOD_NAME.matcher(signature);
    return isOfMatrix(signature) && name.find() ? MatrixMethod.of(name.group(1)) : Optional.empty();
  }

  private static String comment(Documentation documentation) {
    if (documentation.javadoc() != null) {
      return documentation.javadoc();
    }
    String signature = PACKAGE.matcher(documentation.signature()).replaceAll("");
    return OF_LANGUAGE.matcher(signature).find() ? ofLanguage(signature) : "";
  }

  /** The comment before the method of the language whose parameters read the same. */
  private static String ofLanguage(String signature) {
    Matcher name = METHOD_NAME.matcher(signature);
    if (!name.find()) {
      return "";
    }
    String parameters = signature.substring(name.end(), signature.lastIndexOf(')'));
    Pattern declaration =
        Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+\\s*)*public static [^;{=(]*\\b"
                + name.group(1)
                + "\\(\\s*"
                + Pattern.quote(parameters).replace(" ", "\\E\\s+\\Q")
                + "\\s*\\)",
            Pattern.DOTALL);
    Matcher found = declaration.matcher(source());
    return found.find() ? found.group(1).replaceAll("(?m)^\\s*\\* ?", "") : "";
  }

  private static String source() {
    try (InputStream in = Docs.class.getResourceAsStream(LANGUAGE)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A comment as plain text: tags of Javadoc and HTML resolved. */
  static String text(String comment) {
    return unescaped(
            withTags(comment, "$2", "\n%s: ")
                .replaceAll("(?i)</?(p|pre|ul|ol|dl|table|tr|h\\d|blockquote|div)\\b[^>]*>", "\n")
                .replaceAll("(?i)<li[^>]*>", "\n- ")
                .replaceAll("</?[a-zA-Z][^>]*>", ""))
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }

  /** A comment as HTML; it keeps its own. */
  static String html(String comment) {
    return withTags(comment, "<code>$2</code>", "<br><b>%s</b>: ").strip();
  }

  private static String withTags(String comment, String inline, String block) {
    Matcher tag = BLOCK_TAG.matcher(comment);
    int tags = tag.find() ? tag.start() : comment.length();
    // Each tag on one line; the examples above keep theirs.
    String resolved =
        comment.substring(0, tags) + comment.substring(tags).replaceAll("\n[ \t]+(?!@)", " ");
    // Twice: a tag may stand within another.
    for (int i = 0; i < 2; i++) {
      resolved = INLINE.matcher(resolved).replaceAll(inline);
    }
    resolved = PARAMETER.matcher(resolved).replaceAll(block.formatted("$1"));
    resolved = RESULT.matcher(resolved).replaceAll(block.formatted("Gives"));
    resolved = THROWN.matcher(resolved).replaceAll(block.formatted("Error ($1)"));
    return BLOCK_TAG.matcher(resolved).replaceAll(block.formatted("$1"));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", " ")
        .replace("&quot;", "\"")
        .replace("&#8734;", "∞")
        .replace("&amp;", "&");
  }
}
