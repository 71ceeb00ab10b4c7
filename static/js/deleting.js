// Deletes a message, after a question. It has a page of its own; here it is asked above the conversation, so that one stays
// where one is. What is seen then, here and in every other window, comes from the server.

import { sayAloud } from "./aloud.js";
import { wordsOf } from "./copying.js";

const TOLD_MS = 5_000;

export class Deleting {
  /** `isTold()`: whether this page hears now what becomes of the conversation. */
  constructor({ messages, isTold }) {
    Object.assign(this, { messages, isTold });
    this.dialog = document.getElementById("delete-dialog");
    this.form = this.dialog.querySelector("form");
    this.problem = this.dialog.querySelector(".problem");
    messages.list.addEventListener("click", (event) => this.clicked(event));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.dialog.addEventListener("click", ({ target }) => {
      if (target === this.dialog || target.closest("[data-close]")) this.dialog.close(); // beside it, its veil
    });
  }

  clicked(event) {
    const link = event.target.closest("a.delete");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const message = link.closest(".own, .reply");
    const kind = message.matches(".own") ? "own" : "reply";
    const title = this.dialog.querySelector("h2");
    title.textContent = title.dataset[kind];
    for (const part of this.dialog.querySelectorAll("[data-of]")) part.hidden = part.dataset.of !== kind;
    const words = this.dialog.querySelector(".quoted");
    words.classList.toggle("own-words", kind === "own");
    words.textContent = wordsOf(message);
    this.form.action = link.href;
    this.problem.textContent = "";
    this.dialog.showModal();
  }

  async send() {
    const button = this.form.querySelector("[type=submit]");
    button.disabled = true;
    try {
      const { action } = this.form;
      const answer = await fetch(action, { method: "POST", body: new FormData(this.form), headers: { Accept: "application/json" } });
      if (answer.redirected) return location.assign(action); // signed out meanwhile
      const told = await answer.json();
      if (answer.ok) this.done(told);
      else this.problem.textContent = told.error ?? told.errors.sure;
    } catch {
      this.problem.textContent = this.problem.dataset.words;
    } finally {
      button.disabled = false;
    }
  }

  done({ deleted, said }) {
    this.dialog.close();
    this.messages.place.pages.focus({ preventScroll: true }); // what had the focus is no more
    sayAloud(said);
    const drop = () => deleted.forEach((id) => this.messages.byId(id)?.remove());
    setTimeout(drop, this.isTold() ? TOLD_MS : 0); // the server may be unable to tell
  }
}
