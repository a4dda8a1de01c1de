// A socket.io server in a process of its own relays messages between two clients; prints what a relay took of its CPU.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const MESSAGES = 5_000;

if (process.send) {
  const { Server } = await import("socket.io");
  const io = new Server(0, { transports: ["websocket"] });
  io.on("connection", (socket) => {
    socket.join(socket.handshake.query.user);
    socket.on("relay", (to, message) => io.to(to).emit("relay", message));
  });
  process.on("message", () => process.send(process.cpuUsage()));
  process.send(io.httpServer.address().port);
} else {
  const { io } = await import("socket.io-client");
  const server = fork(fileURLToPath(import.meta.url));
  const [port] = await once(server, "message");
  const client = (user) => io(`http://127.0.0.1:${port}`, { transports: ["websocket"], query: { user } });
  const [ann, bob] = [client("ann"), client("bob")];
  await Promise.all([ann, bob].map((socket) => new Promise((done) => socket.on("connect", done))));
  const message = { type: "offer", sdp: "-".repeat(200) };
  const relay = async (count) => {
    for (let i = 0; i < count; i++) {
      const heard = new Promise((done) => bob.once("relay", done));
      ann.emit("relay", "bob", message);
      await heard;
    }
  };
  const cpu = async () => {
    server.send("cpu");
    const [usage] = await once(server, "message");
    return usage.user + usage.system;
  };
  await relay(1_000);
  const before = await cpu();
  const begun = performance.now();
  await relay(MESSAGES);
  const seconds = (performance.now() - begun) / 1_000;
  const used = (await cpu()) - before;
  console.log(JSON.stringify({ cpuMicros: used / MESSAGES, perSecond: MESSAGES / seconds }));
  ann.close();
  bob.close();
  server.kill();
}
