package dev.nabla.notebooks.document;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Javadoc comment as Markdown.
 *
 * @param words the description in one line
 * @param examples the blocks of code in it
 */
record Javadoc(String words, List<String> examples) {
  private static final Map<String, String> ENTITIES = Map.of("gt", ">", "lt", "<", "amp", "&");

  static Javadoc of(DocCommentTree comment) {
    StringBuilder words = new StringBuilder();
    List<String> examples = new ArrayList<>();
    boolean isExample = false;
    for (DocTree each : comment.getFullBody()) {
      if (each instanceof StartElementTree start) {
        isExample |= start.getName().contentEquals("pre");
        words.append(' ');
      } else if (each instanceof EndElementTree) {
        isExample = false;
      } else if (each instanceof LiteralTree code && isExample) {
        examples.add(code.getBody().getBody().stripIndent().strip());
      } else if (!isExample) {
        words.append(inline(each));
      }
    }
    return new Javadoc(words.toString().replaceAll("\\s+", " ").strip(), examples);
  }

  private static String inline(DocTree tree) {
    if (tree instanceof TextTree text) {
      return text.getBody().replace("|", "\\|").replaceAll("([*<_])", "\\\\$1");
    } else if (tree instanceof LiteralTree code) {
      return "`" + code.getBody().getBody().strip().replace("|", "\\|") + "`";
    } else if (tree instanceof LinkTree link) {
      return "`" + link.getReference().getSignature().replaceFirst("^#", "") + "`";
    } else if (tree instanceof EntityTree entity) {
      return ENTITIES.get(entity.getName().toString());
    }
    throw new AssertionError("This part of a comment has no Markdown yet: " + tree);
  }
}
