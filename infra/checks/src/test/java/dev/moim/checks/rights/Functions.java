package dev.moim.checks.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import dev.moim.checks.Family;
import dev.moim.shared.lambda.Environment;
import dev.moim.shared.lambda.Priming;
import dev.moim.template.Function;
import dev.moim.template.SocketApi;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The functions of a family, each with the environment it has in the template. */
final class Functions {

  static final String NAMESPACE = "moim-play";

  private final GuardedAws aws;
  private final Emitted emitted;
  private final Map<String, Function> declared = new HashMap<>();
  private final Map<String, String> ofRoute = new HashMap<>();
  private final Map<String, RequestHandler<Object, Object>> instances = new HashMap<>();
  private final Map<String, String> overrides;
  private final Map<String, String> parameters = new HashMap<>();
  private final Set<String> returned = new HashSet<>();

  Functions(Family family, GuardedAws aws, Map<String, String> overrides) {
    this.aws = aws;
    this.emitted = new Emitted(family.name());
    this.overrides = overrides;
    family.functions().forEach(function -> declared.put(logicalId(function.name()), function));
    family
        .functions()
        .forEach(function ->
            Family.httpRouteKeys(function)
                .forEach(route -> ofRoute.put(route, logicalId(function.name()))));
    for (SocketApi api : family.socketApis()) {
      api.routes()
          .values()
          .forEach(route -> ofRoute.put(route.key().replace("$", ""), logicalId(route.function())));
    }
  }

  /** From now on these variables have these values, in functions that declare them. */
  void deployedWith(Map<String, String> values) {
    parameters.putAll(values);
  }

  /** The logical ids of the family's functions. */
  Set<String> all() {
    return declared.keySet();
  }

  /** {@code Calls-TimerFunction} is {@code TimerFunction} in its own template. */
  private static String logicalId(String physicalName) {
    return physicalName.substring(physicalName.lastIndexOf('-') + 1);
  }

  /**
   * Invokes the function of a route.
   *
   * @param event the route's key, {@code default} for {@code $default}
   */
  Object invokeRoute(String event, String json) {
    return invoke(ofRoute.get(event), json);
  }

  /** Invokes it with the JSON of an event, as Lambda would. */
  Object invoke(String logicalId, String event) {
    RequestHandler<Object, Object> handler =
        instances.computeIfAbsent(logicalId, this::instantiate);
    aws.actAs(logicalId);
    Class<?> type = eventType(handler);
    Object input =
        LambdaEventSerializers.serializerFor(type, type.getClassLoader()).fromJson(event);
    Object output = emitted.during(() -> handler.handleRequest(input, context(logicalId)));
    if (output instanceof APIGatewayV2WebSocketResponse response && response.getBody() != null) {
      returned.add(response.getBody());
    }
    return output;
  }

  /** What they counted and timed. */
  Emitted emitted() {
    return emitted;
  }

  /** What socket functions returned to the sender. */
  Set<String> returned() {
    return returned;
  }

  /** Constructs it and takes its snapshot. */
  @SuppressWarnings("unchecked") // Every handler of the templates is a RequestHandler.
  private RequestHandler<Object, Object> instantiate(String logicalId) {
    aws.actAs(logicalId);
    Function function = declared.get(logicalId);
    Map<String, String> environment = new HashMap<>(function.environment());
    environment.replaceAll((name, value) -> parameters.getOrDefault(name, value));
    // A setting that its template does not give it, it lacks here too, whenever it asks for it.
    overrides.forEach((name, value) -> {
      if (name.startsWith("AWS_") || environment.containsKey(name)) {
        environment.put(name, value);
      }
    });
    environment.put("METRICS_NAMESPACE", NAMESPACE);
    try {
      Object handler =
          Environment.with(
              environment,
              () -> Class.forName(function.handler()).getDeclaredConstructor().newInstance());
      int before = aws.connectionRequests();
      for (Class<?> type = handler.getClass(); type != null; type = type.getSuperclass()) {
        prime(handler, type);
      }
      assertThat(aws.connectionRequests())
          .as("a snapshot of %s would hold a connection that is long closed", logicalId)
          .isEqualTo(before);
      return (RequestHandler<Object, Object>) handler;
    } catch (Exception e) {
      throw new AssertionError("cannot start " + logicalId, e);
    }
  }

  /** Only this handler's: the registry of all would run everybody's in this function's name. */
  private static void prime(Object handler, Class<?> type) throws Exception {
    for (Field field : type.getDeclaredFields()) {
      if (field.getType() == Priming.class) {
        field.setAccessible(true);
        ((Priming) field.get(handler)).beforeCheckpoint(null);
      }
    }
  }

  private static Class<?> eventType(RequestHandler<?, ?> handler) {
    return Arrays.stream(handler.getClass().getMethods())
        .filter(method -> method.getName().equals("handleRequest") && !method.isBridge())
        .map(Method::getParameterTypes)
        .findFirst()
        .orElseThrow()[0];
  }

  private static Context context(String name) {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                method.getReturnType() == int.class
                    ? (Object) 30_000
                    : method.getReturnType() == String.class ? name : null);
  }
}
