package dev.moim.local.socket;

import dev.moim.template.FrontDoor;
import dev.moim.template.SocketApi;
import dev.moim.template.Template;
import java.util.List;
import java.util.Optional;

/** Which WebSocket API is at which path: as the front door has it, else each at its stage. */
record SocketPaths(List<SocketApi> apis, Optional<FrontDoor> door) {

  static final SocketPaths NONE = new SocketPaths(List.of(), Optional.empty());

  static SocketPaths of(Template template) {
    return new SocketPaths(template.socketApis(), template.frontDoor());
  }

  Optional<SocketApi> apiAt(String path) {
    if (door.isPresent()) {
      return door.get().apiAt(path).flatMap(this::named);
    }
    String stage = path.replaceAll("^/|/$", "");
    return apis.stream().filter(api -> api.stage().equals(stage)).findFirst();
  }

  private Optional<SocketApi> named(String name) {
    return apis.stream().filter(api -> api.name().equals(name)).findFirst();
  }
}
