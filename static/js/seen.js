// Tells the server that its person saw what was said here: when they go, or stay and nothing new comes for a while.

const QUIET_MS = 30_000;

/** Whether this tab saw all that was said in a conversation, up to the `newest` message. Its server may not have heard so yet. */
export const wasSeen = (conversation, newest) => Boolean(newest) && sessionStorage.getItem(`/conversations/${conversation}/seen/`) === newest;

export class Seen {
  /** `newest()` is the id of what was said last here. */
  constructor(address, { newest, store = sessionStorage }) {
    Object.assign(this, { address, newest, store });
    this.isNew = false;
    document.addEventListener("visibilitychange", () => (document.hidden ? this.leave() : this.look()));
    addEventListener("pagehide", () => this.leave());
  }

  hear({ type }) {
    if (type === "reply.done") this.note();
  }

  /** Something new stands here. */
  note() {
    this.isNew = true;
    if (!document.hidden) this.look();
  }

  /** It is in sight now. */
  look() {
    clearTimeout(this.timer);
    this.isSeen = this.isNew;
    if (this.isSeen) this.timer = setTimeout(() => this.tell(), QUIET_MS);
  }

  leave() {
    if (this.isSeen) this.tell();
  }

  /** Whether it was seen in this tab: what is told as a page goes may reach the server after the next page was made. */
  get isKnown() {
    return this.store.getItem(this.address) === this.newest();
  }

  tell() {
    clearTimeout(this.timer);
    this.store.setItem(this.address, this.newest());
    this.isNew = this.isSeen = false;
    const body = new FormData();
    body.append("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    // Also while the page goes; where it fails, the conversation stays unread until its page is opened again.
    fetch(this.address, { method: "POST", body, keepalive: true, headers: { Accept: "application/json" } }).catch(() => {});
  }
}
