package dev.moim.webhooks.delivery;

import java.util.Map;

/** Posts to tenants' servers. */
public interface Poster {

  /**
   * @param headers those of Standard Webhooks
   * @return never throws: whatever goes wrong is the endpoint's failure
   */
  Answer post(String url, Map<String, String> headers, String body);
}
