// Long conversations, page by page: earlier ones above, later ones below, and the message that an address names.

import { fetchAllFootnotes } from "./footnotes.js";
import { fetchPage } from "./history.js";

export class Paging {
  /** `end()` is called when a page that was opened further back has reached what was said last. */
  constructor({ conversation, messages, end }) {
    Object.assign(this, { conversation, messages, end });
    this.later = document.getElementById("later");
    messages.earlier.addEventListener("click", (event) => this.turn(event, () => this.showEarlier()));
    this.later?.addEventListener("click", (event) => this.turn(event, () => this.showLater()));
    addEventListener("hashchange", () => this.showNamed());
  }

  async turn(event, show) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // opens another tab
    event.preventDefault();
    if (this.isTurning) return;
    this.isTurning = true;
    try {
      await show();
    } catch {
      location.assign(event.target.href); // as without scripts, or the browser says what is wrong
    } finally {
      this.isTurning = false;
    }
  }

  async showEarlier() {
    const page = await this.fetch("before", this.messages.oldest);
    if (!page) return;
    this.messages.prepend(page.messages);
    this.note(page);
    this.messages.offerEarlier(page.more);
  }

  async showLater() {
    const page = await this.fetch("after", this.messages.newest);
    if (!page) return;
    this.messages.appendPage(page.messages);
    this.note(page);
    this.later.href = `?after=${this.messages.newest.dataset.id}`;
    if (page.more) return;
    this.later.remove();
    this.end();
  }

  async fetch(direction, from) {
    const page = await fetchPage(this.conversation, direction, from.dataset.id);
    if (page === null) location.assign(location.pathname); // the branch changed
    return page;
  }

  note(page) {
    const knowing = page.messages.filter(({ memories }) => memories?.length);
    fetchAllFootnotes(knowing.map(({ id, memories }) => [this.messages.byId(id), memories]));
  }

  /** A footnote's source, or what was found: a message somewhere in this conversation. */
  showNamed() {
    const wanted = location.hash.match(/^#m-([0-9a-f-]{36})$/)?.[1];
    if (!wanted) return;
    const found = this.messages.byId(wanted);
    if (!found) {
      const isAsked = new URLSearchParams(location.search).get("at") === wanted;
      if (!isAsked && !this.messages.earlier.hidden) location.replace(`?at=${wanted}#m-${wanted}`);
      return;
    }
    this.messages.place.show(found);
  }
}
