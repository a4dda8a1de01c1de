package dev.moim.shared.aws.apigateway;

import dev.moim.shared.kernel.Sockets;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PayloadTooLargeException;

/**
 * Sockets behind API Gateway's {@code @connections} API. A post costs one metered message per 32
 * KB.
 */
public final class GatewaySockets implements Sockets {

  private final ApiGatewayManagementApiClient gateway;

  public GatewaySockets(ApiGatewayManagementApiClient gateway) {
    this.gateway = gateway;
  }

  @Override
  public Posted post(String connectionId, String text) {
    try {
      gateway.postToConnection(
          r -> r.connectionId(connectionId).data(SdkBytes.fromUtf8String(text)));
      return Posted.DELIVERED;
    } catch (GoneException closed) {
      return Posted.GONE;
    } catch (PayloadTooLargeException tooLong) {
      return Posted.TOO_LONG;
    } catch (SdkException slowOrThrottled) {
      return Posted.UNKNOWN;
    }
  }

  @Override
  public boolean isOpen(String connectionId) {
    try {
      gateway.getConnection(r -> r.connectionId(connectionId));
      return true;
    } catch (GoneException closed) {
      return false;
    }
  }

  @Override
  public void close(String connectionId) {
    try {
      gateway.deleteConnection(r -> r.connectionId(connectionId));
    } catch (GoneException closedAlready) {
      // What was asked for.
    }
  }
}
