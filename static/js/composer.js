// Where one writes. Enter sends and Shift+Enter breaks; on phones Enter breaks and the button sends.

import { sayAloud } from "./aloud.js";
import { tooLong } from "./length.js";
import { gettext } from "./words.js";

const isPhone = matchMedia("(pointer: coarse)");

/** Whether a key sends what is written in a field. */
export const sends = (event) => event.key === "Enter" && !event.shiftKey && !event.isComposing && !isPhone.matches;

export class Composer {
  /** `send(text)` answers whether it was taken; `stop()` is asked for while a reply runs. */
  constructor({ send, stop, changed }) {
    this.form = document.getElementById("composer");
    this.field = document.getElementById("text");
    this.button = document.getElementById("send");
    this.excess = document.getElementById("too-long");
    this.sendWord = this.button.textContent;
    this.send = send;
    this.isReplying = false;
    this.field.enterKeyHint = isPhone.matches ? "enter" : "send";
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.isReplying) stop();
      else this.submit();
    });
    this.field.addEventListener("keydown", (event) => {
      if (!sends(event)) return;
      event.preventDefault();
      this.submit();
    });
    this.field.addEventListener("input", () => {
      this.grow();
      this.measure();
      changed(this.field.value);
    });
    this.changed = changed;
    this.button.disabled = false; // until now nobody would have heard it
  }

  submit() {
    const text = this.field.value;
    if (!this.excess.hidden) sayAloud(this.excess.textContent);
    else if (text.trim() && this.send(text)) this.fill("");
  }

  /** Of a message, in code points. */
  set limit(limit) {
    this.form.dataset.limit = limit;
    this.measure();
  }

  /** Says what is too long as soon as it is; nothing of it is cut. */
  measure() {
    const words = tooLong(this.field.value);
    if (words && this.excess.hidden) sayAloud(words);
    this.excess.textContent = words;
    this.excess.hidden = !words;
    this.field.setAttribute("aria-invalid", Boolean(words));
  }

  fill(text) {
    this.field.value = text;
    this.changed(text);
    this.grow();
    this.measure();
  }

  /** Words that have no other place any more, behind what stands here. */
  give(text) {
    this.fill(this.isEmpty ? text : `${this.field.value}\n\n${text}`);
  }

  get isEmpty() {
    return !this.field.value.trim();
  }

  replying(isReplying) {
    if (this.isReplying === isReplying) return;
    this.isReplying = isReplying;
    this.button.textContent = isReplying ? gettext("Stop") : this.sendWord;
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight}px`;
  }
}
