// The way back to what was said last, while one reads further back; it says when something came meanwhile.

import { sayAloud } from "./aloud.js";

export class Jump {
  constructor(messages) {
    this.messages = messages;
    this.talk = document.getElementById("talk");
    this.button = document.getElementById("jump");
    this.news = this.button.querySelector(".jump-news");
    this.last = document.getElementById("unread") ? messages.before(document.getElementById("unread")) : messages.newest;
    this.button.addEventListener("click", () => this.jump());
    messages.place.moved = () => this.show();
    this.show();
  }

  jump() {
    const { place } = this.messages;
    place.letGo();
    place.toEnd();
    place.pages.focus({ preventScroll: true });
    this.show();
  }

  /** Nothing below is new. */
  caughtUp() {
    this.last = this.messages.newest;
    this.told = this.isWritten = false;
    this.news.textContent = "";
  }

  /** Whether a page further back is open: what comes below is old, and was asked for. */
  get isReading() {
    return "reading" in this.talk.dataset;
  }

  show() {
    const { place } = this.messages;
    this.button.hidden = !place.isAway;
    if (!place.isAway || this.isReading) return this.caughtUp();
    const words = this.words();
    if (words && words !== this.told && words !== this.news.dataset.written) sayAloud(words);
    this.news.textContent = this.told = words;
  }

  /** Of what came since the end was in sight; "" for nothing. */
  words() {
    const { dataset } = this.news;
    const count = this.last ? this.since(this.last.dataset.id) : 0;
    if (count) return count === 1 ? dataset.one : dataset.more.replace("{n}", count);
    this.isWritten ||= this.messages.isStreaming;
    return this.isWritten ? dataset.written : "";
  }

  /** How many messages stand below this one; 0 where it is no more. */
  since(id) {
    let count = 0;
    for (const one of this.messages.newestFirst()) {
      if (one.dataset.id === id) return count;
      count += 1;
    }
    return 0;
  }
}
