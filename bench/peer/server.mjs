// The peer of the bench: what a good engineer would write with socket.io and node-redis when asked for the same day.
// It takes people in, keeps every wish in a stream of the store before it answers, and tells the others in the room:
// each note by itself, or gathered until the next tick. It judges nothing, and keeps no order and no receipts.
//
// PORT, TICK_MS (0: each note at once), SNAPSHOT_BYTES, REDIS_URL (redis://... or unix://path; none: memory only)

import { createServer } from "node:http";
import { createClient } from "redis";
import { Server } from "socket.io";
import { Decoder, Encoder } from "socket.io-parser";

const PORT = Number(process.env.PORT);
const TICK_MS = Number(process.env.TICK_MS ?? 0);
const SNAPSHOT_BYTES = Number(process.env.SNAPSHOT_BYTES ?? 0);
const STREAM = "bench:peer";

const votes = new Map();
const rooms = new Map();
const shared = new WeakMap();
let entries = 0;

// Many people get the same picture: it is put in text once, for as long as it is the same.
class SharingEncoder extends Encoder {
  encode(packet) {
    const body = packet.data?.[1];
    if (!shared.has(body)) return super.encode(packet);
    if (shared.get(body) === null) shared.set(body, super.encode(packet));
    return shared.get(body);
  }
}

async function connectStore(url) {
  const client = createClient(url.startsWith("unix://") ? { socket: { path: new URL(url).pathname } } : { url });
  client.on("error", (error) => console.error(`the store at ${url}: ${error.message}`));
  return client.connect();
}

// A room keeps what is not told yet, and how far its people have been told.
function roomOf(name) {
  let room = rooms.get(name);
  if (room === undefined) rooms.set(name, (room = { name, told: 0, news: [] }));
  return room;
}

function frameOf(room, after, notes) {
  return { audience: room.name, place: `1.${entries}.x`, after, put: { Note: notes }, drop: {} };
}

function pictureFor(room) {
  if (room.pictured !== entries) {
    room.pictured = entries;
    room.picture = frameOf(room, -1, picture);
    shared.set(room.picture, null);
  }
  return room.picture;
}

function tell(room) {
  io.to(room.name).emit("frame", frameOf(room, room.told, room.news));
  room.told = entries;
  room.news = [];
}

function noteOf({ id, board, kind, text }) {
  return { id, board, name: "Somebody Here", kind, text, at: Date.now(), edited: 0 };
}

function pictureOf(bytes) {
  const text = "Ask the neighbours first, then the town, and keep it small.";
  const one = { id: "note-00000000000", board: "board", kind: "tip", text };
  const count = Math.max(0, Math.floor(bytes / (JSON.stringify(noteOf(one)).length + 1)));
  return Array.from({ length: count }, (_, n) => noteOf({ ...one, id: `note-${String(n).padStart(11, "0")}` }));
}

function take(command, person, room) {
  if (command.type === "CastVote") {
    votes.set(`${command.prize}/${person}`, command.choice);
  } else {
    room.news.push(noteOf(command));
    if (TICK_MS === 0) tell(room);
  }
}

async function submitted(socket, { ref, command }) {
  if (store !== null) await store.xAdd(STREAM, "*", { ref, command: JSON.stringify(command) });
  entries += 1;
  socket.emit("answer", { ref, ok: entries });
  take(command, ref.slice(0, ref.lastIndexOf(".")), socket.data.room);
}

function entered(socket, { group, look }) {
  socket.data.room = roomOf(String(group ?? look ?? ""));
  socket.join(socket.data.room.name);
  socket.emit("frame", pictureFor(socket.data.room));
  socket.emit("numbers", {});
}

// The tick is kept to the clock: an interval that counts from when the last one was done would drift under load.
// It keeps nobody from stopping.
function tickFrom(due) {
  setTimeout(() => {
    for (const room of rooms.values()) if (room.news.length > 0) tell(room);
    tickFrom(Math.max(due + TICK_MS, performance.now()));
  }, Math.max(0, due - performance.now())).unref();
}

async function stop() {
  await io.close();
  if (store !== null) await store.close();
}

const picture = pictureOf(SNAPSHOT_BYTES);
const store = process.env.REDIS_URL ? await connectStore(process.env.REDIS_URL) : null;
const http = createServer();
const io = new Server(http, {
  transports: ["websocket"],
  perMessageDeflate: false,
  serveClient: false,
  parser: { Encoder: SharingEncoder, Decoder },
});

io.on("connection", (socket) => {
  socket.on("enter", (message) => entered(socket, message));
  socket.on("submit", (message) =>
    submitted(socket, message).catch((error) => console.error(`a wish was lost: ${error.message}`)),
  );
});

process.once("SIGTERM", stop);
if (TICK_MS > 0) tickFrom(performance.now() + TICK_MS);
http.listen({ port: PORT, host: "127.0.0.1", backlog: 4096 }, () => console.log("ready"));
