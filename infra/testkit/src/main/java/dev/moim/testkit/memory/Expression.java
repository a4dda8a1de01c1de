package dev.moim.testkit.memory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads one of DynamoDB's expressions from left to right, of those that our stores write. */
final class Expression {

  private static final Pattern TOKEN = Pattern.compile("<>|<=|>=|[#:]?\\w+|[^\\s\\w]");

  private final List<String> tokens = new ArrayList<>();
  private final Map<String, String> names;
  private final Map<String, AttributeValue> values;
  private final Map<String, AttributeValue> item;
  private int at;

  /**
   * @param item as it was before
   */
  Expression(
      String text,
      Map<String, String> names,
      Map<String, AttributeValue> values,
      Map<String, AttributeValue> item) {
    this.names = names;
    this.values = values;
    this.item = item;
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
  }

  boolean holds() {
    boolean result = or();
    if (at != tokens.size()) {
      throw new IllegalArgumentException("cannot read " + tokens + " from " + at);
    }
    return result;
  }

  private boolean or() {
    boolean result = and();
    while (skip("OR")) {
      result |= and();
    }
    return result;
  }

  private boolean and() {
    boolean result = not();
    while (skip("AND")) {
      result &= not();
    }
    return result;
  }

  private boolean not() {
    if (skip("NOT")) {
      return !not();
    }
    if (skip("(")) {
      boolean result = or();
      expect(")");
      return result;
    }
    return switch (peek()) {
      case "attribute_exists" -> argument() != null;
      case "attribute_not_exists" -> argument() == null;
      case "contains" -> contains();
      default -> comparison();
    };
  }

  private @Nullable AttributeValue argument() {
    at++;
    expect("(");
    AttributeValue value = operand();
    expect(")");
    return value;
  }

  private boolean contains() {
    at++;
    expect("(");
    AttributeValue whole = operand();
    expect(",");
    AttributeValue part = Objects.requireNonNull(operand());
    expect(")");
    return whole != null
        && (whole.hasSs() ? whole.ss().contains(part.s()) : whole.s().contains(part.s()));
  }

  private boolean comparison() {
    AttributeValue left = operand();
    String comparator = tokens.get(at++);
    AttributeValue right = operand();
    if (left == null || right == null) {
      return comparator.equals("<>");
    }
    return switch (comparator) {
      case "=" -> Values.compare(left, right) == 0;
      case "<>" -> Values.compare(left, right) != 0;
      case "<" -> Values.compare(left, right) < 0;
      case "<=" -> Values.compare(left, right) <= 0;
      case ">" -> Values.compare(left, right) > 0;
      case ">=" -> Values.compare(left, right) >= 0;
      default -> throw new IllegalArgumentException(comparator);
    };
  }

  private @Nullable AttributeValue operand() {
    String token = peek();
    if (token.equals("size")) {
      AttributeValue sized = argument();
      return sized == null ? null : AttributeValue.fromN(Integer.toString(Values.size(sized)));
    }
    if (token.startsWith(":")) {
      at++;
      return Objects.requireNonNull(values.get(token), token);
    }
    return path().in(item);
  }

  private ItemPath path() {
    List<Object> steps = new ArrayList<>();
    do {
      String name = tokens.get(at++);
      steps.add(name.startsWith("#") ? Objects.requireNonNull(names.get(name), name) : name);
      while (skip("[")) {
        steps.add(Integer.valueOf(tokens.get(at++)));
        expect("]");
      }
    } while (skip("."));
    return new ItemPath(steps);
  }

  /** The item after an update. */
  Map<String, AttributeValue> updated() {
    Map<String, AttributeValue> result = new HashMap<>(item);
    while (at < tokens.size()) {
      String clause = tokens.get(at++);
      do {
        ItemPath path = path();
        switch (clause) {
          case "SET" -> {
            expect("=");
            path.set(result, sum());
          }
          case "REMOVE" -> path.remove(result);
          case "ADD" -> path.set(result, added(path.in(result), operand()));
          case "DELETE" -> delete(result, path);
          default -> throw new IllegalArgumentException(clause);
        }
      } while (skip(","));
    }
    return result;
  }

  private static AttributeValue added(@Nullable AttributeValue old, @Nullable AttributeValue more) {
    AttributeValue there = Objects.requireNonNull(more);
    if (there.n() != null) {
      BigDecimal number = old == null ? BigDecimal.ZERO : new BigDecimal(old.n());
      return AttributeValue.fromN(number.add(new BigDecimal(there.n())).toPlainString());
    }
    List<String> all = new ArrayList<>(old == null ? List.of() : old.ss());
    there.ss().stream().filter(one -> !all.contains(one)).forEach(all::add);
    return AttributeValue.fromSs(all);
  }

  /** An empty set is none. */
  private void delete(Map<String, AttributeValue> result, ItemPath path) {
    List<String> gone = Objects.requireNonNull(operand()).ss();
    AttributeValue old = path.in(result);
    if (old == null) {
      return;
    }
    List<String> left = old.ss().stream().filter(one -> !gone.contains(one)).toList();
    if (left.isEmpty()) {
      path.remove(result);
    } else {
      path.set(result, AttributeValue.fromSs(left));
    }
  }

  private AttributeValue sum() {
    AttributeValue first = term();
    if (skip("+")) {
      return added(first, term());
    }
    if (skip("-")) {
      return added(first, AttributeValue.fromN("-" + term().n()));
    }
    return first;
  }

  private AttributeValue term() {
    if (peek().equals("if_not_exists") || peek().equals("list_append")) {
      boolean append = tokens.get(at++).equals("list_append");
      expect("(");
      AttributeValue first = peek().equals("if_not_exists") ? term() : operand();
      expect(",");
      AttributeValue second = Objects.requireNonNull(operand());
      expect(")");
      if (append) {
        List<AttributeValue> all = new ArrayList<>(Objects.requireNonNull(first).l());
        all.addAll(second.l());
        return AttributeValue.fromL(all);
      }
      return first == null ? second : first;
    }
    return Objects.requireNonNull(operand());
  }

  private String peek() {
    return tokens.get(at);
  }

  private boolean skip(String token) {
    boolean there = at < tokens.size() && peek().equals(token);
    at += there ? 1 : 0;
    return there;
  }

  private void expect(String token) {
    if (!skip(token)) {
      throw new IllegalArgumentException(token + " expected at " + at + " of " + tokens);
    }
  }
}
