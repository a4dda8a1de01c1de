package dev.moim.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Locale;

/**
 * One measure of one thing.
 *
 * @param what is measured
 * @param value the median
 * @param unit of it: {@code CPU-ms}, {@code classes}, …
 * @param than what it is compared with
 * @param peer that one's median, measured in the same run; 0 for what has none
 */
@JsonPropertyOrder({"what", "value", "unit", "than", "peer", "ratio"})
public record Row(String what, double value, String unit, String than, double peer) {

  public static Row alone(String what, double value, String unit) {
    return new Row(what, value, unit, "", 0);
  }

  /** How many times the peer's; 0 without one. */
  @JsonProperty
  public double ratio() {
    return peer == 0 ? 0 : Math.round(100 * value / peer) / 100.0;
  }

  static String number(double value) {
    return String.format(
        Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
  }
}
