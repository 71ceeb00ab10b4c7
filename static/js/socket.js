// The connection to one conversation: opens, pings, and opens again by itself for as long as the page lives. A connection may
// be gone without a word, most of all where a phone slept or changed its network: who doesn't answer in time is left.

const PING_MS = 25_000;
const ANSWER_MS = 20_000; // that any answer may take
const SOON_MS = 5_000; // where somebody looks at the page again and waits
const SILENCE_MS = 90_000; // the server has closed it by then
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
    addEventListener("online", () => this.lookedAt());
    addEventListener("offline", () => this.leave());
    document.addEventListener("visibilitychange", () => document.hidden || this.lookedAt());
  }

  get isOpen() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  open() {
    clearTimeout(this.timer);
    this.changed("connecting");
    const socket = (this.socket = new WebSocket(this.url));
    this.heardAt = Date.now();
    this.expect(ANSWER_MS);
    socket.onopen = () => {
      this.ping = setInterval(() => this.ask(ANSWER_MS), PING_MS);
    };
    socket.onmessage = ({ data }) => {
      if (socket !== this.socket) return;
      this.heardAt = Date.now();
      clearTimeout(this.doubt);
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
    clearTimeout(this.doubt);
    this.changed("closed", code);
    this.isCrowded = code === CROWDED;
    if (!FINAL.has(code)) this.openLater();
  }

  /** Somebody looks at the page again, perhaps after an hour. */
  lookedAt() {
    if (this.socket && Date.now() - this.heardAt > SILENCE_MS) this.leave();
    if (this.isOpen) this.ask(SOON_MS);
    else this.reopenNow();
  }

  ask(patience) {
    this.send({ type: "ping", n: Date.now() });
    this.expect(patience);
  }

  /** Leaves where nothing is heard for so long. */
  expect(patience) {
    clearTimeout(this.doubt);
    this.doubt = setTimeout(() => this.leave(), patience);
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
