package io.clientele.ingest.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What a careless, confused or hostile sender may put into a body, and what becomes of it. */
final class BadInput {

  static final String VALUES = "io.clientele.ingest.door.BadInput#values";
  static final String BODIES = "io.clientele.ingest.door.BadInput#bodies";

  static final String VALID =
      "{\"userId\":\"\u00fc\",\"event\":\"x\",\"properties\":{\"a\":[1,-2.5e3,true,null],"
          + "\"b\":\"\\ud83d\\ude00 \u20ac\"}}";

  private BadInput() {}

  /** Values of a property, and what becomes of the call. */
  static Stream<Arguments> values() {
    return Stream.of(
        arguments("NaN", "malformed-json"),
        arguments("Infinity", "malformed-json"),
        arguments("-Infinity", "malformed-json"),
        arguments("undefined", "malformed-json"),
        arguments("tRue", "malformed-json"),
        arguments("+1", "malformed-json"),
        arguments("01", "malformed-json"),
        arguments(".5", "malformed-json"),
        arguments("1.", "malformed-json"),
        arguments("0x1F", "malformed-json"),
        arguments("'a'", "malformed-json"),
        arguments("\"a\" \"b\"", "malformed-json"),
        arguments("\"\\x\"", "malformed-json"),
        arguments("\"\\u12\"", "malformed-json"),
        arguments("\"\\u12g4\"", "malformed-json"),
        arguments("\"a\u0001b\"", "malformed-json"),
        arguments("\"a\nb\"", "malformed-json"),
        arguments("\"a\u0000b\"", "malformed-json"),
        arguments("[1,]", "malformed-json"),
        arguments("[,1]", "malformed-json"),
        arguments("[1 2]", "malformed-json"),
        arguments("{\"a\":1,}", "malformed-json"),
        arguments("{a:1}", "malformed-json"),
        arguments("{\"a\" 1}", "malformed-json"),
        arguments("{1:1}", "malformed-json"),
        arguments("[1}", "malformed-json"),
        arguments("/* note */ 1", "malformed-json"),
        arguments("1 // note", "malformed-json"),
        arguments("\"\\ud800\"", "invalid-text"),
        arguments("\"\\udc00\\ud800\"", "invalid-text"),
        arguments("\"\\ud83d\\\\ude00\"", "invalid-text"),
        arguments("{\"\\ud800\":1}", "malformed-json"),
        arguments("{\"a\":1,\"b\":2,\"a\":3}", "duplicate-field"),
        arguments("{\"a\":{},\"\\u0061\":{}}", "duplicate-field"),
        arguments("[{\"a\":[],\"a\":null}]", "duplicate-field"),
        arguments("1e999", "invalid-value"),
        arguments("1e-999999999", "invalid-value"),
        arguments("-1e2147483647", "invalid-value"),
        arguments("1e2147483648", "invalid-value"),
        arguments("0e2147483648", "invalid-value"),
        arguments("-1e-2147483648", "invalid-value"),
        arguments("1e99999999999999999999", "invalid-value"),
        arguments("[{\"a\":1e2147483648}]", "invalid-value"),
        arguments("9".repeat(400), "invalid-value"),
        arguments("0." + "9".repeat(400), "invalid-value"),
        arguments("9".repeat(2_000), "too-long"),
        arguments("{\"" + "n".repeat(60_000) + "\":1}", "too-long"),
        arguments("{\"" + "n".repeat(300) + "\":1}", "too-long"),
        arguments("[".repeat(60) + "]".repeat(60), "too-deep"),
        arguments("[".repeat(10_000) + "]".repeat(10_000), "too-deep"),
        arguments("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000), "too-deep"),
        arguments("[".repeat(10_000), "too-deep"),
        arguments("\"\\ud83d\\ude00\"", "taken"),
        arguments("\"\\\\ud800\"", "taken"),
        arguments("\"\\u0000\"", "taken"),
        arguments("{\"\":1}", "taken"),
        arguments(fields(100_000), "taken"));
  }

  /** Bodies, and what becomes of them. */
  static Stream<Arguments> bodies() {
    return Stream.of(
        arguments("nothing", bytes(""), "malformed-json"),
        arguments("blanks", bytes(" \n\t "), "malformed-json"),
        arguments("null", bytes("null"), "not-an-object"),
        arguments("array", bytes("[]"), "not-an-object"),
        arguments("number", bytes("7"), "not-an-object"),
        arguments("number beyond all", bytes("1e2147483648"), "invalid-value"),
        arguments("text", bytes("\"x\""), "not-an-object"),
        arguments("true", bytes("true"), "not-an-object"),
        arguments("two values", bytes(VALID + VALID), "malformed-json"),
        arguments("two lines", bytes(VALID + "\n7"), "malformed-json"),
        arguments("closed twice", bytes(VALID + "}"), "malformed-json"),
        arguments("form", bytes("event=x&userId=u"), "malformed-json"),
        arguments("markup", bytes("<html></html>"), "malformed-json"),
        arguments("byte order mark", bytes("\uFEFF" + VALID), "taken"),
        arguments("byte order mark alone", bytes("\uFEFF"), "malformed-json"),
        arguments("field twice", bytes("{\"userId\":\"a\",\"userId\":\"b\"}"), "duplicate-field"),
        arguments("UTF-16BE", VALID.getBytes(UTF_16BE), "malformed-encoding"),
        arguments("UTF-16LE", VALID.getBytes(UTF_16LE), "malformed-encoding"),
        arguments("UTF-16 marked", ("\uFEFF" + VALID).getBytes(UTF_16LE), "malformed-encoding"),
        arguments("UTF-32", VALID.getBytes(Charset.forName("UTF-32")), "malformed-encoding"),
        arguments("Latin-1", VALID.getBytes(ISO_8859_1), "malformed-encoding"),
        arguments("overlong", with(0xC0, 0xAF), "malformed-encoding"),
        arguments("overlong in three", with(0xE0, 0x80, 0xAF), "malformed-encoding"),
        arguments("surrogate", with(0xED, 0xA0, 0x80), "malformed-encoding"),
        arguments("beyond Unicode", with(0xF4, 0x90, 0x80, 0x80), "malformed-encoding"),
        arguments("cut off", with(0xE2, 0x82), "malformed-encoding"),
        arguments("tail alone", with(0x80), "malformed-encoding"),
        arguments("no lead", with(0xFF), "malformed-encoding"),
        arguments("random", random(), "malformed-encoding"));
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  /** A call with these bytes in a text. */
  private static byte[] with(int... raw) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(bytes("{\"userId\":\"u\",\"event\":\"x"));
    Arrays.stream(raw).forEach(body::write);
    body.writeBytes(bytes("\"}"));
    return body.toByteArray();
  }

  /** Neither text nor JSON, the same each time. */
  private static byte[] random() {
    byte[] bytes = new byte[4_096];
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = (byte) (at * at * 31 + at * 7 + 0x9D);
    }
    return bytes;
  }

  private static String fields(int count) {
    StringBuilder fields = new StringBuilder("{");
    for (int field = 0; field < count; field++) {
      fields.append(field == 0 ? "\"" : ",\"").append(Integer.toString(field, 36)).append("\":1");
    }
    return fields.append('}').toString();
  }
}
