// Beside the conversation: what a reply knew, each with where it was said and what can be done about it.

import { dropFootnotes } from "./footnotes.js";
import { send } from "./remembering.js";

const GONE = new Set(["forget", "not-now", "reject"]); // what a reply's footnotes don't tell any more

export class Beside {
  constructor({ conversation, messages, state }) {
    Object.assign(this, { conversation, messages, state });
    this.aside = document.getElementById("beside");
    this.notes = document.getElementById("beside-notes");
    this.button = document.getElementById("memory-button");
    this.listen();
  }

  listen() {
    this.messages.list.addEventListener("click", (event) => {
      const fact = event.target.closest(".footnotes .fact");
      if (fact && isPlain(event)) this.open(event, fact, fact.closest(".reply"), fact.closest("li").dataset.id);
    });
    this.button.addEventListener("click", (event) => {
      if (!isPlain(event)) return;
      if (this.aside.hidden) this.open(event, this.button, this.newestThatKnew());
      else event.preventDefault(), this.close();
    });
    this.aside.querySelector("[data-close]").addEventListener("click", () => this.close());
    this.aside.addEventListener("submit", (event) => this.act(event));
    addEventListener("keydown", (event) => event.key === "Escape" && !this.aside.hidden && !document.querySelector("dialog[open]") && this.close());
  }

  newestThatKnew() {
    return [...this.messages.list.querySelectorAll(".reply")].reverse().find((one) => one.querySelector(".footnotes li"));
  }

  async open(event, from, reply, id = "") {
    event.preventDefault();
    this.from = from;
    const ids = [...(reply?.querySelectorAll(".footnotes li") ?? [])].map((item) => item.dataset.id);
    const shown = await this.fetch(ids, id);
    if (shown === null) return location.assign(from.href);
    this.notes.innerHTML = shown;
    this.aside.hidden = false;
    this.button.setAttribute("aria-expanded", true);
    (this.notes.querySelector("details[open] > summary") ?? this.aside.querySelector("h2")).focus();
  }

  async fetch(ids, opened) {
    if (!ids.length) return "";
    const asked = new URLSearchParams({ ids: ids.join(","), conversation: this.conversation, opened });
    const answer = await fetch(`${this.aside.dataset.notes}?${asked}`).catch(() => null);
    return answer?.ok && !answer.redirected ? answer.text() : null;
  }

  close() {
    this.aside.hidden = true;
    this.button.setAttribute("aria-expanded", false);
    if (this.from?.isConnected) this.from.focus();
  }

  async act(event) {
    const form = event.target;
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    const { ok, said } = await send(form.action, new FormData(form));
    button.disabled = false;
    this.state.say(said, ok ? {} : { kind: "problem" });
    if (!ok) return;
    if (form.matches(".pausing")) return this.showPaused(form);
    const { id } = form.closest(".note-one").dataset;
    if (!GONE.has(form.action.split("/").at(-2))) return;
    dropFootnotes(id);
    form.closest(".note").remove();
    this.aside.querySelector("h2").focus();
  }

  showPaused(form) {
    const wasPaused = form.elements.paused.value === "no";
    form.elements.paused.value = wasPaused ? "yes" : "no";
    const button = form.querySelector("button");
    button.textContent = wasPaused ? button.dataset.pause : button.dataset.resume;
    form.querySelector("[data-paused]").hidden = wasPaused;
  }
}

/** A tap, not one that opens another tab. */
function isPlain(event) {
  return !(event.ctrlKey || event.metaKey || event.shiftKey);
}
