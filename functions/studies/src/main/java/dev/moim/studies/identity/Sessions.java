package dev.moim.studies.identity;

import java.util.Map;

/** The sessions of the front end, which its cookies prove. */
@FunctionalInterface
public interface Sessions {

  /**
   * @param cookies their values by their names
   * @return {@link Identity#none} if none of them is a session's; of several the first genuine one
   */
  Identity find(Map<String, String> cookies);
}
