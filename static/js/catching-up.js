// The page brought in line with the server: after a time without a connection, and when another branch became the active one.

import { openEdits, reopenEditor } from "./editor.js";
import { fetchFootnotes } from "./footnotes.js";
import { fetchAllAfter, fetchPage } from "./history.js";

export class CatchingUp {
  /** `keep(text)` takes what was being written in a message that isn't there any more; `running()` is a reply that comes just now. */
  constructor({ id, messages, keep, running }) {
    Object.assign(this, { id, messages, keep, running });
    this.branch = null; // the number of the branch that is shown; another one: something isn't as it is seen
    this.later = null; // what was heard while something is fetched
  }

  /** Whether the newest message here is that of the server. */
  isUpToDate(head) {
    const { newest } = this.messages;
    if (!head || !newest) return !head && !newest;
    return newest.dataset.id === head.message && (head.variant === null || newest.dataset.variant === String(head.variant));
  }

  /** Keeps an event for later while something is fetched; false where nothing is. */
  keeps(event) {
    this.later?.push(event);
    return this.later !== null;
  }

  /** Fetches what differs from `id` on; what is heard meanwhile is told to `hear` afterwards, in order. */
  async changedFrom(id, hear) {
    const isDone = await this.holding(hear, () => this.fetchAfter(this.before(id)));
    if (!isDone) this.branch = null; // what is heard next, or the next connection, tries again
  }

  /** One fetch at a time: what is heard during `fetching` may be about what it brings. */
  async holding(hear, fetching) {
    this.later = [];
    try {
      return await fetching();
    } finally {
      const { later } = this;
      this.later = null;
      for (const event of later) hear(event);
    }
  }

  /** The stored message before this one; null where there is none here, or it is further up than this page goes. */
  before(id) {
    const { all } = this.messages;
    return all[all.findIndex((one) => one.dataset.id === id) - 1] ?? null;
  }

  /** Whether this is the branch that is seen, or one change behind it: else something was not heard. */
  isNext(branch) {
    return this.branch !== null && (branch === this.branch || branch === this.branch + 1);
  }

  /** As a connection that begins is told it; what is heard meanwhile is told to `hear` afterwards. */
  async settle({ branch, head }, hear) {
    const isOther = branch !== this.branch;
    this.branch = branch;
    const isDone = await this.holding(hear, async () => {
      if (isOther) return this.fetchAfter(null);
      return this.isUpToDate(head) || this.refresh();
    });
    if (!isDone) this.branch = null; // the next connection tries again
  }

  /** Again what stands behind the last exchange that is certainly right. */
  async refresh() {
    return this.fetchAfter(this.messages.all.at(-3) ?? null);
  }

  /** Puts what is stored behind a message in the place of what stands there here; null: the latest page. Answers whether it could. */
  async fetchAfter(anchor) {
    const found = await this.found(anchor).catch(() => undefined);
    if (found === undefined) return false;
    if (found.anchor && !found.anchor.isConnected) return this.fetchAfter(null); // it was deleted meanwhile
    const edits = openEdits(this.messages.list);
    const running = this.running();
    this.messages.cutAfter(found.anchor);
    for (const message of found.messages) {
      const element = this.messages.build(message);
      this.messages.append(element, message.created_at);
      if (message.memories?.length) fetchFootnotes(element, message.memories);
    }
    if (found.more !== undefined) this.messages.offerEarlier(found.more);
    if (running && !running.isConnected && !this.messages.byId(running.dataset.id ?? "")) this.messages.append(running);
    for (const { id, text } of edits) this.goOnWriting(this.messages.byId(id), text);
    return true;
  }

  goOnWriting(own, text) {
    if (!own) return this.keep(text);
    if (own.querySelector(".editor")) return;
    own.querySelector('[data-deed="edit"]').click();
    reopenEditor(own, text);
  }

  async found(anchor) {
    const after = anchor && (await fetchAllAfter(this.id, anchor.dataset.id));
    return after ? { anchor, messages: after } : { anchor: null, ...(await fetchPage(this.id)) };
  }
}
