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
import dev.moim.calls.share.DocumentShare;
import dev.moim.calls.share.StartShare;
import dev.moim.calls.share.StopShare;
import dev.moim.calls.talk.MessageRate;
import dev.moim.calls.talk.Talk;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.licenses.RateLimit;
import dev.moim.shared.licenses.RateLimits.Limited;
import dev.moim.shared.rooms.Seat.Trait;
import dev.moim.shared.sockets.Operation;
import dev.moim.shared.sockets.SentTimes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Every operation of the family, by its {@code eventOp}: exact and case-sensitive. */
final class Operations {

  private static final RateLimit ONCE_A_SECOND = RateLimit.burst(1).perMinute(60);

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
    addRooms(all);
    addMembers(all);
    addMessages(all);
    addShares(all);
    return all;
  }

  private void addRooms(Map<String, Operation> all) {
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
            deployment.reconnectGrace()));
    all.put("leaveRoom", new LeaveRoom(membership, wiring.freeSeat(), stores.rooms()));
    all.put("editRoomInfo", new EditRoomInfo(membership, stores.rooms()));
    all.put("createGroup", new CreateGroup(membership, stores.rooms()));
    all.put("endGroup", new EndGroup(membership, stores.rooms()));
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

  private void addMembers(Map<String, Operation> all) {
    all.put(
        "register",
        new Register(
            stores.licenses(),
            stores.connections(),
            stores.registrations(),
            wiring.takeOver(),
            wiring.endConnection(),
            wiring.iceServers()));
    all.put(
        "changeName",
        new ChangeName(membership, stores.connections(), stores.rooms(), stores.seats()));
    all.put("editUserInfo", new EditUserInfo(membership, stores.seats(), stores.rooms()));
    all.put("memberList", new MemberList(membership));
    all.put("permit", new Permit(membership, stores.seats()));
    all.put(
        "kickOut", new KickOut(membership, stores.seats(), stores.connections(), wiring.media()));
  }

  private void addMessages(Map<String, Operation> all) {
    Relay relay = new Relay(membership, stores.peers(), wiring.relayInOrder());
    all.put("sdp", relay.sdp());
    all.put("candidate", relay.candidate());
    MessageRate talk = new MessageRate(wiring.limits().of(Limited.CHAT), deployment.clock());
    SentTimes times = new SentTimes();
    all.put("chat", Talk.chat(membership, talk, times));
    all.put("inform", Talk.inform(membership, talk, times));
    all.put("drawing", drawing());
    all.put("reqCanvasImage", CanvasImage.request(membership));
    all.put("updateImage", CanvasImage.update(membership));
  }

  private Drawing drawing() {
    MessageRate complaints = new MessageRate(ONCE_A_SECOND, deployment.clock());
    return new Drawing(
        membership,
        new MessageRate(wiring.limits().of(Limited.DRAWING), deployment.clock()),
        complaints);
  }

  private void addShares(Map<String, Operation> all) {
    all.put("screen", startShare("screen", Trait.MAY_SHARE_SCREEN));
    all.put("whiteboard", startShare("whiteboard", Trait.MAY_USE_WHITEBOARD));
    all.put("document", startShare("document", Trait.MAY_SHARE_DOCUMENT));
    all.put("documentShare", new DocumentShare(membership, stores.rooms()));
    all.put("shareStop", new StopShare(membership, stores.rooms()));
  }

  private StartShare startShare(String type, Trait permit) {
    return new StartShare(type, permit, membership, stores.rooms());
  }
}
