package dev.moim.shared.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Events and answers in JSON, by the classes that Lambda's runtime reads and writes them with. They
 * are no part of a function's jar: the runtime has them, and without it they are missing.
 *
 * @param <E> the handler's events
 * @param <A> its answers
 */
final class RuntimeJson<E, A> {

  private final RequestHandler<E, A> handler;
  private final PojoSerializer<E> events;
  private final PojoSerializer<A> answers;

  /**
   * @throws LinkageError where Lambda's runtime is not
   */
  @SuppressWarnings("unchecked") // the method's own types
  RuntimeJson(RequestHandler<E, A> handler) {
    this.handler = handler;
    Method method =
        Arrays.stream(handler.getClass().getMethods())
            .filter(it -> it.getName().equals("handleRequest") && !it.isBridge())
            .findFirst()
            .orElseThrow();
    events = (PojoSerializer<E>) serializer(method.getParameterTypes()[0]);
    answers = (PojoSerializer<A>) serializer(method.getReturnType());
  }

  /** Hands it one event as Lambda would, and throws its answer away. */
  void handle(byte[] event, Context context) {
    A answer = handler.handleRequest(events.fromJson(new ByteArrayInputStream(event)), context);
    answers.toJson(answer, OutputStream.nullOutputStream());
  }

  private static PojoSerializer<?> serializer(Class<?> type) {
    return LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
        ? LambdaEventSerializers.serializerFor(type, RuntimeJson.class.getClassLoader())
        : JacksonFactory.getInstance().getSerializer(type);
  }
}
