package io.clientele.ingest.clean;

import java.lang.reflect.Field;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import nl.basjes.parse.useragent.AbstractUserAgentAnalyzerDirect;
import nl.basjes.parse.useragent.analyze.MatcherAction;
import nl.basjes.parse.useragent.analyze.UserAgentStringMatchMaker;

/**
 * Makes yauaa's rules smaller: it keeps 200,000 hash sets, most of one element, of which only 1,900
 * differ. Equal ones are replaced by one; nothing changes them once the rules are read.
 */
final class CompactRules {

  private CompactRules() {}

  /**
   * Compacts a built analyzer.
   *
   * @throws IllegalStateException if another version of yauaa keeps its rules otherwise
   */
  static void of(AbstractUserAgentAnalyzerDirect analyzer) {
    try {
      Object rules = field(AbstractUserAgentAnalyzerDirect.class, "matchMaker").get(analyzer);
      Object actions = field(UserAgentStringMatchMaker.class, "informMatcherActions").get(rules);
      @SuppressWarnings("unchecked") // Declared so in yauaa 8.1.1, to which the build is bound.
      Map<String, Set<MatcherAction>> known = (Map<String, Set<MatcherAction>>) actions;
      Map<Set<MatcherAction>, Set<MatcherAction>> distinct = new HashMap<>();
      known.replaceAll((path, set) -> distinct.computeIfAbsent(set, CompactRules::small));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("yauaa keeps its rules otherwise than version 8.1.1", e);
    }
  }

  private static Set<MatcherAction> small(Set<MatcherAction> set) {
    return set.size() == 1
        ? Collections.singleton(set.iterator().next())
        : Collections.unmodifiableSet(new LinkedHashSet<>(set));
  }

  private static Field field(Class<?> type, String name) throws NoSuchFieldException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
