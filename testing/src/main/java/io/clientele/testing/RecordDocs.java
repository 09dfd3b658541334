package io.clientele.testing;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the Javadoc of a module's sources says of types and of records' components. */
public final class RecordDocs {

  private final Map<String, String> types = new HashMap<>();
  private final Map<String, String> components = new HashMap<>();

  private RecordDocs() {}

  /** Reads all sources below a folder. */
  public static RecordDocs of(Path sources) {
    try {
      return read(sources);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the sources below " + sources, e);
    }
  }

  private static RecordDocs read(Path sources) throws IOException {
    RecordDocs docs = new RecordDocs();
    List<Path> files;
    try (Stream<Path> found = Files.walk(sources)) {
      files = found.filter(file -> file.toString().endsWith(".java")).toList();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        docs.new Reader(trees, unit.getPackageName().toString()).scan(unit, null);
      }
    }
    return docs;
  }

  /** What is said of a type. */
  public Optional<String> of(Class<?> type) {
    return Optional.ofNullable(types.get(type.getName()));
  }

  /** What is said of a record's component. */
  public Optional<String> of(Class<?> type, String component) {
    return Optional.ofNullable(components.get(type.getName() + "#" + component));
  }

  private final class Reader extends TreePathScanner<Void, Void> {

    private final DocTrees trees;
    private String prefix;

    Reader(DocTrees trees, String packageName) {
      this.trees = trees;
      this.prefix = packageName + ".";
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
      String outer = prefix;
      String name = outer + type.getSimpleName();
      DocCommentTree doc = trees.getDocCommentTree(getCurrentPath());
      if (doc != null) {
        types.put(name, text(doc.getFullBody()));
        for (DocTree tag : doc.getBlockTags()) {
          if (tag instanceof ParamTree param && !param.isTypeParameter()) {
            components.put(name + "#" + param.getName(), text(param.getDescription()));
          }
        }
      }
      prefix = name + "$";
      super.visitClass(type, null);
      prefix = outer;
      return null;
    }
  }

  private static String text(List<? extends DocTree> parts) {
    return parts.stream()
        .map(RecordDocs::text)
        .collect(Collectors.joining())
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String text(DocTree part) {
    if (part instanceof TextTree text) {
      return text.getBody();
    } else if (part instanceof LiteralTree literal) {
      return literal.getBody().getBody();
    } else if (part instanceof LinkTree link) {
      return link.getLabel().isEmpty()
          ? link.getReference().getSignature().replaceFirst("^#", "").replace('#', '.')
          : text(link.getLabel());
    }
    return part instanceof StartElementTree ? " " : "";
  }
}
