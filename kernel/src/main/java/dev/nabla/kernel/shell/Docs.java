package dev.nabla.kernel.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** Signatures and Javadoc comments as text and HTML. */
final class Docs {
  private static final String LANGUAGE = "/META-INF/sources/dev/nabla/Nabla.java";
  private static final Pattern INLINE = Pattern.compile("\\{@(\\w+)\\s*([^{}]*)}");
  private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@(\\w+)\\s+");
  private static final Pattern OF_LANGUAGE = Pattern.compile("\\bNabla\\.");
  private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");
  private static final Pattern METHOD_NAME = Pattern.compile("(\\w+)\\(");

  private Docs() {}

  /** What to show for these elements; empty for none. */
  static Map<String, String> bundle(List<Documentation> found) {
    Map<String, String> bundle = new LinkedHashMap<>();
    if (!found.isEmpty()) {
      bundle.put(
          "text/plain",
          found.stream()
              .map(each -> each.signature() + "\n" + text(comment(each)).indent(4))
              .distinct()
              .collect(Collectors.joining("\n"))
              .strip());
      bundle.put(
          "text/html",
          found.stream()
              .map(each -> "<pre>" + escaped(each.signature()) + "</pre>" + html(comment(each)))
              .distinct()
              .collect(Collectors.joining()));
    }
    return bundle;
  }

  private static String comment(Documentation documentation) {
    if (documentation.javadoc() != null) {
      return documentation.javadoc();
    }
    String signature = documentation.signature();
    return OF_LANGUAGE.matcher(signature).find()
        ? ofLanguage(PACKAGE.matcher(signature).replaceAll(""))
        : "";
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
            withTags(comment, "$2", "\n$1: ")
                .replaceAll("(?i)</?(p|pre|ul|ol|dl|table|tr|h\\d|blockquote|div)\\b[^>]*>", "\n")
                .replaceAll("(?i)<li[^>]*>", "\n- ")
                .replaceAll("</?[a-zA-Z][^>]*>", ""))
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }

  /** A comment as HTML; it keeps its own. */
  static String html(String comment) {
    return withTags(comment, "<code>$2</code>", "<br><b>$1</b> ").strip();
  }

  private static String withTags(String comment, String inline, String block) {
    String resolved = comment;
    // Twice: a tag may stand within another.
    for (int i = 0; i < 2; i++) {
      resolved = INLINE.matcher(resolved).replaceAll(inline);
    }
    return BLOCK_TAG.matcher(resolved).replaceAll(block);
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
