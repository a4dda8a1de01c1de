package dev.moim.calls;

import dev.moim.calls.connection.Connections;
import dev.moim.calls.connection.Mailbox;
import dev.moim.calls.connection.MemberCheck;
import dev.moim.calls.connection.Registrations;
import dev.moim.calls.connection.dynamodb.DynamoConnections;
import dev.moim.calls.connection.dynamodb.DynamoMailbox;
import dev.moim.calls.connection.dynamodb.DynamoMemberCheck;
import dev.moim.calls.connection.dynamodb.DynamoRegistrations;
import dev.moim.calls.relay.Peers;
import dev.moim.calls.relay.dynamodb.DynamoPeers;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.licenses.LicenseControl;
import dev.moim.shared.licenses.Licenses;
import dev.moim.shared.licenses.RateLimits;
import dev.moim.shared.licenses.dynamodb.DynamoLicenseControl;
import dev.moim.shared.licenses.dynamodb.DynamoLicenses;
import dev.moim.shared.rooms.Leases;
import dev.moim.shared.rooms.MediaRooms;
import dev.moim.shared.rooms.Messages;
import dev.moim.shared.rooms.Permissions;
import dev.moim.shared.rooms.RoomDirectory;
import dev.moim.shared.rooms.Rooms;
import dev.moim.shared.rooms.Seats;
import dev.moim.shared.rooms.dynamodb.DynamoLeases;
import dev.moim.shared.rooms.dynamodb.DynamoMediaRooms;
import dev.moim.shared.rooms.dynamodb.DynamoMessages;
import dev.moim.shared.rooms.dynamodb.DynamoPermissions;
import dev.moim.shared.rooms.dynamodb.DynamoRoomDirectory;
import dev.moim.shared.rooms.dynamodb.DynamoRooms;
import dev.moim.shared.rooms.dynamodb.DynamoSeats;
import dev.moim.shared.sockets.negotiation.Negotiations;
import dev.moim.shared.sockets.negotiation.dynamodb.DynamoNegotiations;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the family keeps, and where. */
record StoresWiring(
    Licenses licenses,
    LicenseControl licenseControl,
    Rooms rooms,
    RoomDirectory directory,
    Seats seats,
    Leases leases,
    MediaRooms mediaRooms,
    Messages messages,
    Permissions permissions,
    Connections connections,
    MemberCheck memberCheck,
    Registrations registrations,
    Mailbox mailbox,
    Negotiations negotiations,
    Peers peers) {

  static StoresWiring in(Deployment deployment) {
    Settings settings = deployment.settings();
    DynamoDbClient dynamo = deployment.dynamo();
    Clock clock = deployment.clock();
    String licenses = settings.require("LICENSES_TABLE");
    String rooms = settings.require("ROOMS_TABLE");
    String connections = settings.require("CONNECTIONS_TABLE");
    DynamoRooms roomStore = new DynamoRooms(dynamo, rooms, clock);
    DynamoConnections connectionStore = new DynamoConnections(dynamo, connections, clock);
    DynamoNegotiations negotiations = new DynamoNegotiations(dynamo, connections, clock);
    return new StoresWiring(
        new DynamoLicenses(dynamo, licenses, RateLimits.from(settings), clock),
        new DynamoLicenseControl(dynamo, licenses),
        roomStore,
        new DynamoRoomDirectory(dynamo, rooms),
        new DynamoSeats(dynamo, rooms),
        new DynamoLeases(dynamo, rooms),
        new DynamoMediaRooms(dynamo, rooms, clock),
        new DynamoMessages(dynamo, rooms, clock),
        new DynamoPermissions(dynamo, rooms),
        connectionStore,
        new DynamoMemberCheck(dynamo, roomStore, connectionStore),
        new DynamoRegistrations(dynamo, connections, clock),
        new DynamoMailbox(dynamo, settings.require("MAILBOX_TABLE"), clock),
        negotiations,
        new DynamoPeers(dynamo, roomStore, negotiations));
  }
}
