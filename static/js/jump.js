// The way back to what was said last, while one reads further back; it says when something came meanwhile.

import { sayAloud } from "./aloud.js";

export class Jump {
  constructor(messages) {
    this.messages = messages;
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

  show() {
    const { place, newest } = this.messages;
    this.button.hidden = !place.isAway;
    if (!place.isAway) {
      this.last = newest;
      this.told = this.isWritten = false;
      return;
    }
    const words = this.words();
    if (words && words !== this.told && words !== this.news.dataset.written) sayAloud(words);
    this.news.textContent = this.told = words;
  }

  /** Of what came since the end was in sight; "" for nothing. */
  words() {
    const { dataset } = this.news;
    const { all } = this.messages;
    const count = all.length - 1 - all.findIndex((one) => one.dataset.id === this.last?.dataset.id);
    if (this.last && count > 0 && count < all.length) return count === 1 ? dataset.one : dataset.more.replace("{n}", count);
    this.isWritten ||= this.messages.list.querySelector(".streaming") !== null;
    return this.isWritten ? dataset.written : "";
  }
}
