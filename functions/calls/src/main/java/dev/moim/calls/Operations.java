package dev.moim.calls;

import dev.moim.calls.media.GroupMedia;
import dev.moim.calls.relay.CanvasImage;
import dev.moim.calls.relay.Drawing;
import dev.moim.calls.relay.Relay;
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
import dev.moim.calls.room.Permit;
import dev.moim.calls.session.ChangeName;
import dev.moim.calls.session.Register;
import dev.moim.calls.share.DocumentShare;
import dev.moim.calls.share.StartShare;
import dev.moim.calls.share.StopShare;
import dev.moim.calls.talk.Flood;
import dev.moim.calls.talk.Talk;
import dev.moim.shared.licenses.RateLimit;
import dev.moim.shared.rooms.Seat.Trait;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Every operation of the family, by its {@code eventOp}: exact and case-sensitive. */
final class Operations {

  private static final RateLimit ONCE_A_SECOND = new RateLimit(1, 60);

  private final CallsWiring w;

  Operations(CallsWiring wiring) {
    this.w = wiring;
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
    all.put("createVideoRoom", createRoom(Optional.of(w.media)));
    all.put("destroyRoom", new DestroyRoom(w.membership, w.rooms, w.endRoom));
    all.put("joinRoom", new JoinRoom(w.connections, w.seats, w.media, w.clock, w.grace));
    all.put("leaveRoom", new LeaveRoom(w.membership, w.leaving));
    all.put("editRoomInfo", new EditRoomInfo(w.membership, w.rooms));
    all.put("createGroup", new CreateGroup(w.membership, w.rooms));
    all.put("endGroup", new EndGroup(w.membership, w.rooms));
  }

  private CreateRoom createRoom(Optional<GroupMedia> media) {
    return new CreateRoom(
        media, w.membership, w.licenses, w.rooms, w.mediaRooms, w.timers, w.clock);
  }

  private void addMembers(Map<String, Operation> all) {
    all.put(
        "register",
        new Register(
            w.licenses, w.connections, w.holders, w.takeOver(), w.endConnection, w.iceServers));
    all.put("changeName", new ChangeName(w.membership, w.connections, w.rooms, w.seats));
    all.put("editUserInfo", new EditUserInfo(w.membership, w.seats));
    all.put("memberList", new MemberList(w.membership));
    all.put("permit", new Permit(w.membership, w.seats));
    all.put("kickOut", new KickOut(w.membership, w.seats, w.connections, w.media));
  }

  private void addMessages(Map<String, Operation> all) {
    all.put("sdp", new Relay("sdp", w.membership));
    all.put("candidate", new Relay("candidate", w.membership));
    Flood talk = new Flood(w.limits.chat(), w.clock);
    all.put("chat", Talk.chat(w.membership, talk));
    all.put("inform", Talk.inform(w.membership, talk));
    all.put("drawing", drawing());
    all.put("reqCanvasImage", CanvasImage.request(w.membership));
    all.put("updateImage", CanvasImage.update(w.membership));
  }

  private Drawing drawing() {
    Flood complaints = new Flood(ONCE_A_SECOND, w.clock);
    return new Drawing(w.membership, new Flood(w.limits.drawing(), w.clock), complaints);
  }

  private void addShares(Map<String, Operation> all) {
    all.put("screen", startShare("screen", Trait.MAY_SHARE_SCREEN));
    all.put("whiteboard", startShare("whiteboard", Trait.MAY_USE_WHITEBOARD));
    all.put("document", startShare("document", Trait.MAY_SHARE_DOCUMENT));
    all.put("documentShare", new DocumentShare(w.membership, w.rooms));
    all.put("shareStop", new StopShare(w.membership, w.rooms));
  }

  private StartShare startShare(String type, Trait permit) {
    return new StartShare(type, permit, w.membership, w.rooms);
  }
}
