// Reads a folder of texts with CoreNLP's English pipeline: names, trees, coreference, relations, quotations. Prints one line of JSON.
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

public class CoreNlp {
  private static StanfordCoreNLP pipeline;

  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    System.setOut(System.err); // it talks while it loads
    List<String> texts = new ArrayList<>();
    try (var files = Files.list(Path.of(arguments[0]))) {
      for (Path file : files.sorted().toList()) texts.add(Files.readString(file));
    }
    long started = System.nanoTime();
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,pos,lemma,ner,parse,depparse,coref,kbp,quote");
    properties.setProperty("coref.algorithm", "statistical");
    pipeline = new StanfordCoreNLP(properties);
    names("Ada Quill met the Harbour Board in Bergen.");
    double start = (System.nanoTime() - started) / 1e6;
    names(texts.get(texts.size() - 1)); // the first long text pays for compiling
    long begin = System.nanoTime();
    long before = processorTime();
    int found = 0;
    for (String text : texts) found += names(text);
    out.printf(
        Locale.ROOT,
        "{\"names\":%d,\"startMilliseconds\":%f,\"seconds\":%f,\"processorSeconds\":%f,\"megabytes\":%f}%n",
        found, start, (System.nanoTime() - begin) / 1e9, (processorTime() - before) / 1e9, megabytes());
  }

  private static int names(String text) {
    CoreDocument document = new CoreDocument(text);
    pipeline.annotate(document);
    return document.entityMentions().size();
  }

  private static long processorTime() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }

  /** The most memory that the process had, as Linux counts it. */
  private static double megabytes() throws Exception {
    for (String line : Files.readAllLines(Path.of("/proc/self/status")))
      if (line.startsWith("VmHWM")) return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
    return 0;
  }
}
