// The connection to one conversation: opens, pings, and opens again by itself for as long as the page lives.

const PING_MS = 25_000;
const SLOWEST_MS = 15_000;
const GONE = 1006;
const CROWDED = 4429;
const CROWDED_MS = 30_000;
const FINAL = new Set([4401, 4404]); // connecting again would change nothing

export class Line {
  /** `hear(event)` is called for each event, `changed(state, closeCode)` with "connecting", "open" or "closed". */
  constructor(conversation, { hear, changed }) {
    this.url = `${location.protocol.replace("http", "ws")}//${location.host}/ws/conversations/${conversation}/`;
    this.hear = hear;
    this.changed = changed;
    this.failures = 0;
    addEventListener("online", () => this.reopenNow());
    addEventListener("offline", () => this.leave());
    document.addEventListener("visibilitychange", () => document.hidden || this.isOpen || this.reopenNow());
  }

  get isOpen() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  open() {
    clearTimeout(this.timer);
    this.changed("connecting");
    const socket = (this.socket = new WebSocket(this.url));
    socket.onopen = () => {
      this.ping = setInterval(() => this.send({ type: "ping", n: Date.now() }), PING_MS);
    };
    socket.onmessage = ({ data }) => {
      if (socket !== this.socket) return;
      const event = JSON.parse(data);
      if (event.type === "session.state") {
        this.failures = 0;
        this.changed("open");
      }
      this.hear(event);
    };
    socket.onclose = ({ code }) => this.lost(socket, code);
  }

  lost(socket, code) {
    if (socket !== this.socket) return;
    this.socket = null;
    clearInterval(this.ping);
    this.changed("closed", code);
    this.isCrowded = code === CROWDED;
    if (!FINAL.has(code)) this.openLater();
  }

  /** Without a network the server's goodbye may never come: nobody waits for it. */
  leave() {
    const socket = this.socket;
    if (!socket) return;
    socket.close();
    this.lost(socket, GONE);
  }

  /** Whether it was handed to the network; what arrives is told by the answer only. */
  send(frame) {
    if (!this.isOpen) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  openLater() {
    if (this.isCrowded) {
      this.timer = setTimeout(() => this.open(), CROWDED_MS); // sooner would only add to it
      return;
    }
    const longest = Math.min(SLOWEST_MS, 500 * 2 ** this.failures++);
    this.timer = setTimeout(() => this.open(), longest / 2 + (Math.random() * longest) / 2);
  }

  reopenNow() {
    if (this.socket === null && !this.isCrowded) {
      this.failures = 0;
      this.open();
    }
  }
}
