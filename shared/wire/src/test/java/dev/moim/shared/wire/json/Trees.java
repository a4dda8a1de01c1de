package dev.moim.shared.wire.json;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Arbitrary values of the kinds {@link Json#read} makes, and arbitrary nonsense. */
public final class Trees {

  private Trees() {}

  public static Arbitrary<Object> values() {
    return Arbitraries.lazyOf(
        Trees::scalars,
        Trees::scalars,
        Trees::scalars,
        () -> lists().map(list -> list),
        () -> objects().map(object -> object));
  }

  public static Arbitrary<List<Object>> lists() {
    return values().list().ofMaxSize(3);
  }

  public static Arbitrary<Map<String, Object>> objects() {
    return Arbitraries.maps(names(), values()).ofMaxSize(3);
  }

  /** Any UTF-16 units, halves of characters and control characters included. */
  public static Arbitrary<String> texts() {
    return Arbitraries.strings().all().ofMaxLength(12);
  }

  /** Texts that get further into a decoder than random ones: its own characters, shuffled. */
  public static Arbitrary<String> nearMisses() {
    return Arbitraries.of(
            "0",
            "1",
            "2",
            "3",
            "4",
            "5",
            "6",
            "7",
            "9".repeat(30),
            "9".repeat(1_100),
            "-",
            "b",
            "/",
            "/ns",
            "?",
            ",",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "\"a\"",
            ":",
            "\\u12",
            "null",
            "1e9",
            "1e9999999999",
            "\0",
            "\n",
            "\ud83d",
            "[\"a\"",
            "{\"a\":1}",
            "[".repeat(70),
            " ")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  private static Arbitrary<String> names() {
    return texts().filter(text -> !Surrogates.unpairedIn(text));
  }

  private static Arbitrary<Object> scalars() {
    return Arbitraries.oneOf(
            texts().asGeneric(),
            Arbitraries.of(true, false).asGeneric(),
            Arbitraries.integers().asGeneric(),
            Arbitraries.longs().filter(value -> value != (int) (long) value).asGeneric(),
            Arbitraries.bigDecimals().ofScale(3).asGeneric())
        .injectNull(0.1);
  }
}
