package dev.moim.local.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import dev.moim.shared.lambda.Environment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;

/**
 * Makes handler instances the way Lambda's Java runtime does: public constructor without arguments,
 * the function's environment around it, and AWS's own serializers for the typed events.
 */
final class HandlerLoader {

  private HandlerLoader() {}

  /**
   * @throws Exception if the class cannot be loaded, is no handler, or its constructor throws
   */
  static Handler load(String name, Map<String, String> environment) throws Exception {
    Class<?> type = Class.forName(name.split("::", 2)[0]);
    Object instance = Environment.with(environment, () -> type.getConstructor().newInstance());
    Handler handler =
        switch (instance) {
          case RequestStreamHandler stream -> streaming(stream);
          case RequestHandler<?, ?> typed -> typed(typed);
          default -> throw new IllegalArgumentException(name + " is not a Lambda handler");
        };
    return (event, context) -> Environment.with(environment, () -> handler.handle(event, context));
  }

  private static Handler streaming(RequestStreamHandler handler) {
    return (event, context) -> {
      var output = new ByteArrayOutputStream();
      handler.handleRequest(new ByteArrayInputStream(event), output, context);
      return output.toByteArray();
    };
  }

  @SuppressWarnings("unchecked") // the serializer of the input type makes what the handler takes
  private static Handler typed(RequestHandler<?, ?> handler) {
    Method method = handleRequest(handler.getClass());
    PojoSerializer<Object> input = serializer(method.getParameterTypes()[0]);
    PojoSerializer<Object> output = serializer(method.getReturnType());
    RequestHandler<Object, Object> callable = (RequestHandler<Object, Object>) handler;
    return (event, context) -> {
      Object answer =
          callable.handleRequest(input.fromJson(new ByteArrayInputStream(event)), context);
      var json = new ByteArrayOutputStream();
      output.toJson(answer, json);
      return json.toByteArray();
    };
  }

  /** The method with the event's real type; the compiler's bridge has only Object. */
  private static Method handleRequest(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals("handleRequest") && !method.isBridge())
        .filter(method -> method.getParameterCount() == 2)
        .filter(method -> method.getParameterTypes()[1] == Context.class)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(type + " has no handleRequest"));
  }

  @SuppressWarnings("unchecked")
  private static PojoSerializer<Object> serializer(Class<?> type) {
    return LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
        ? LambdaEventSerializers.serializerFor(
            (Class<Object>) type, HandlerLoader.class.getClassLoader())
        : JacksonFactory.getInstance().getSerializer((Class<Object>) type);
  }
}
