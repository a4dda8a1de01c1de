package dev.moim.calls;

import dev.moim.calls.media.GroupMedia;
import dev.moim.calls.relay.CanvasImage;
import dev.moim.calls.relay.Drawing;
import dev.moim.calls.relay.Relay;
import dev.moim.calls.room.Arrival;
import dev.moim.calls.room.CreateGroup;
import dev.moim.calls.room.CreateRoom;
import dev.moim.calls.room.DestroyRoom;
import dev.moim.calls.room.EditRoomInfo;
import dev.moim.calls.room.EditUserInfo;
import dev.moim.calls.room.EndGroup;
import dev.moim.calls.room.JoinRoom;
import dev.moim.calls.room.KickOut;
import dev.moim.calls.room.LeaveRoom;
import dev.moim.calls.room.MemberList;
import dev.moim.calls.room.Membership;
import dev.moim.calls.room.Permit;
import dev.moim.calls.session.ChangeName;
import dev.moim.calls.session.Register;
import dev.moim.calls.session.Rename;
import dev.moim.calls.share.DocumentShare;
import dev.moim.calls.share.StartShare;
import dev.moim.calls.share.StopShare;
import dev.moim.calls.talk.Talk;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.licenses.RateLimits.Limited;
import dev.moim.shared.rooms.Permission;
import dev.moim.shared.sockets.Limit;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.SentTimes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Every operation of the family, by its {@code eventOp}: exact and case-sensitive. */
final class Operations {

  private final Deployment deployment;
  private final StoresWiring stores;
  private final CallsWiring wiring;
  private final Membership membership;

  Operations(Deployment deployment, StoresWiring stores, CallsWiring wiring) {
    this.deployment = deployment;
    this.stores = stores;
    this.wiring = wiring;
    this.membership = wiring.membership();
  }

  Map<String, Operation> byEventOp() {
    Map<String, Operation> all = new HashMap<>();
    Limit room = limit(Limited.ROOM);
    rooms().forEach((eventOp, operation) -> all.put(eventOp, room.on(operation)));
    members().forEach((eventOp, operation) -> all.put(eventOp, room.on(operation)));
    shares().forEach((eventOp, operation) -> all.put(eventOp, room.on(operation)));
    all.put(
        "register",
        new Limit(Register.LIMIT, deployment.clock(), CallError.TOO_SOON).on(register()));
    addMessages(all);
    return all;
  }

  private Limit limit(Limited limited) {
    return new Limit(wiring.limits().of(limited).rate(), deployment.clock(), CallError.TOO_SOON);
  }

  private Map<String, Operation> rooms() {
    Map<String, Operation> all = new HashMap<>();
    all.put("createRoom", createRoom(Optional.empty()));
    all.put("createVideoRoom", createRoom(Optional.of(wiring.media())));
    all.put("destroyRoom", new DestroyRoom(membership, stores.rooms(), wiring.endRoom()));
    all.put(
        "joinRoom",
        new JoinRoom(
            stores.connections(),
            stores.seats(),
            new Arrival(stores.memberCheck(), deployment.timers()),
            wiring.media(),
            wiring.limits().of(Limited.ROOM).rate(),
            deployment.reconnectGrace()));
    all.put("leaveRoom", new LeaveRoom(membership, wiring.freeSeat(), stores.rooms()));
    all.put("editRoomInfo", new EditRoomInfo(membership, stores.rooms()));
    all.put("createGroup", new CreateGroup(membership, stores.rooms()));
    all.put("endGroup", new EndGroup(membership, stores.rooms()));
    return all;
  }

  private CreateRoom createRoom(Optional<GroupMedia> media) {
    return new CreateRoom(
        media,
        membership,
        stores.licenses(),
        stores.rooms(),
        stores.mediaRooms(),
        deployment.timers(),
        deployment.clock());
  }

  private Operation register() {
    return new Register(
        stores.licenses(),
        stores.connections(),
        stores.registrations(),
        wiring.takeOver(),
        wiring.endConnection(),
        rename(),
        wiring.iceServers());
  }

  private Rename rename() {
    return new Rename(stores.rooms(), stores.seats());
  }

  private Map<String, Operation> members() {
    return Map.of(
        "changeName",
        new ChangeName(membership, stores.connections(), rename()),
        "editUserInfo",
        new EditUserInfo(membership, stores.seats(), stores.rooms()),
        "memberList",
        new MemberList(membership),
        "permit",
        new Permit(membership, stores.permissions(), wiring.media()),
        "kickOut",
        new KickOut(membership, stores.seats(), stores.connections(), wiring.media()));
  }

  private void addMessages(Map<String, Operation> all) {
    Relay relay = new Relay(membership, stores.peers(), wiring.relayInOrder());
    Limit signal = limit(Limited.SIGNAL);
    all.put("sdp", signal.oneWay(relay.sdp()));
    all.put("candidate", signal.oneWay(relay.candidate()));
    Limit talk = limit(Limited.CHAT);
    SentTimes times = new SentTimes();
    all.put("chat", talk.on(Talk.chat(membership, times, stores.messages())));
    all.put("inform", talk.on(Talk.inform(membership, times)));
    all.put("reqCanvasImage", talk.on(CanvasImage.request(membership)));
    all.put("updateImage", talk.on(CanvasImage.update(membership)));
    all.put("drawing", limit(Limited.DRAWING).oneWay(new Drawing(membership)));
  }

  private Map<String, Operation> shares() {
    return Map.of(
        "screen", startShare("screen", Permission.SCREEN),
        "whiteboard", startShare("whiteboard", Permission.WHITEBOARD),
        "document", startShare("document", Permission.DOCUMENT),
        "documentShare", new DocumentShare(membership, stores.rooms()),
        "shareStop", new StopShare(membership, stores.rooms()));
  }

  private StartShare startShare(String type, Permission permit) {
    return new StartShare(type, permit, membership, stores.rooms());
  }
}
