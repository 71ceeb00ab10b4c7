// What was sent and not yet accepted; it outlives a reload of this tab.

export class Outbox {
  constructor(conversation, store = sessionStorage) {
    this.store = store;
    this.key = `companion.outbox.${conversation}`;
    this.settled = () => {}; // called after each frame that is done with
    this.frames = JSON.parse(store.getItem(this.key) ?? "[]");
  }

  /** Keeps a changing frame under a new client_id until it is settled. */
  add(frame) {
    const kept = { ...frame, client_id: crypto.randomUUID?.() ?? uuid() };
    this.frames.push(kept);
    this.save();
    return kept;
  }

  /** The frame of this client_id, which is done with; undefined when it was somebody else's. */
  settle(clientId) {
    const settled = this.frames.find((frame) => frame.client_id === clientId);
    if (settled) {
      this.frames = this.frames.filter((frame) => frame !== settled);
      this.save();
      this.settled();
    }
    return settled;
  }

  find(clientId) {
    return this.frames.find((frame) => frame.client_id === clientId);
  }

  save() {
    this.store.setItem(this.key, JSON.stringify(this.frames));
  }
}

// crypto.randomUUID is missing where the page came over plain HTTP from another machine.
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
