// What was written and not sent yet, kept in this browser for each conversation until it is, or until one logs out.

const KEY = "companion.draft.";

export class Draft {
  constructor(conversation, store = localStorage) {
    this.key = KEY + conversation;
    this.store = store;
  }

  get text() {
    return this.store.getItem(this.key) ?? "";
  }

  set text(text) {
    if (!text) return this.store.removeItem(this.key);
    try {
      this.store.setItem(this.key, text);
    } catch (full) {
      console.info("A draft could not be kept:", full.name); // it stays on the page; only a reload would lose it
    }
  }
}

/** Nothing that was written stays in this browser. */
export function dropDrafts(store = localStorage) {
  for (const key of Object.keys(store)) if (key.startsWith(KEY)) store.removeItem(key);
}
