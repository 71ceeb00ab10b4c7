// What one can do with a message: copy it, ask for another answer, change it, and go between the wordings of it.

import { sayAloud } from "./aloud.js";
import { dressCode } from "./code-blocks.js";
import { copyCode, copyMessage } from "./copying.js";
import { openEditor } from "./editor.js";
import { onSwipe } from "./swiping.js";

/** Puts them under a stored message, or brings them up to date. */
export function dress(element) {
  const under = element.querySelector(".under");
  if (!under.querySelector(".deeds")) {
    const kind = element.dataset.role === "user" ? "own" : "reply";
    under.prepend(document.getElementById(`${kind}-deeds-template`).content.firstElementChild.cloneNode(true));
  }
  dressCode(element);
  showTurning(element);
}

/** Which of how many wordings is shown; {number, count}, from 0. An own message knows the others by their ids. */
function standing({ dataset }) {
  if (dataset.role !== "user") return { number: Number(dataset.variant), count: Number(dataset.variants) };
  const wordings = dataset.wordings?.split(" ") ?? [];
  return { number: wordings.indexOf(dataset.id), count: wordings.length };
}

function showTurning(element) {
  const turning = element.querySelector(".turning");
  const { number, count } = standing(element);
  turning.hidden = !(count > 1);
  if (turning.hidden) return;
  turning.querySelector(".turning-words").textContent = inWords(turning, number, count);
  for (const button of turning.querySelectorAll("button")) {
    button.setAttribute("aria-disabled", !isThere(number + Number(button.dataset.step), count));
  }
}

const inWords = ({ dataset }, number, count) => dataset.words.replace("{number}", number + 1).replace("{count}", count);
const isThere = (number, count) => number >= 0 && number < count;

export class Deeds {
  constructor({ messages, conversation }) {
    Object.assign(this, { messages, conversation });
    const { list } = messages;
    list.addEventListener("click", (event) => this.clicked(event));
    list.addEventListener("keydown", (event) => this.pressed(event));
    onSwipe(list, ".reply", (reply, step) => this.turn(reply, step));
    conversation.turned = (element) => this.turned(element);
  }

  clicked({ target }) {
    const button = target.closest(".deed, .turning button, .code-copy");
    const element = button?.closest(".own, .reply");
    if (!element) return;
    if (button.dataset.step) this.turn(element, Number(button.dataset.step));
    else if (button.dataset.deed === "copy") copyMessage(element, button);
    else if (button.dataset.deed === "copy-code") copyCode(button);
    else if (button.dataset.deed === "again") this.conversation.retry(element.dataset.id);
    else openEditor(element, { save: (text) => this.conversation.edit(element.dataset.id, text) });
  }

  pressed(event) {
    const turning = event.target.closest(".turning");
    const steps = { ArrowLeft: -1, ArrowRight: 1 };
    if (!turning || !(event.key in steps) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const isRtl = getComputedStyle(turning).direction === "rtl";
    this.turn(turning.closest(".own, .reply"), isRtl ? -steps[event.key] : steps[event.key]);
  }

  /** To the wording before or after. What is shown then comes from the server, here and in every other window. */
  turn(element, step) {
    const { number, count } = standing(element);
    const { dataset } = element;
    if (!isThere(number + step, count) || element.closest("[data-reading]")) return;
    const wanted =
      dataset.role === "user" ? { message: dataset.wordings.split(" ")[number + step] } : { message: dataset.id, variant: number + step };
    const button = element.querySelector(`.turning [data-step="${step}"]`);
    const hadFocus = element.querySelector(".turning").contains(document.activeElement);
    this.asked = { step, hadFocus, top: button.getBoundingClientRect().top };
    this.conversation.choose(wanted);
  }

  /** Another wording took its place: it stays where one looked, and so does the focus. */
  turned(element) {
    const asked = this.asked;
    this.asked = null;
    if (!asked || !element) return;
    const button = element.querySelector(`.turning [data-step="${asked.step}"]`);
    this.messages.place.holdAt(button, asked.top);
    if (asked.hadFocus) button.focus({ preventScroll: true });
    sayAloud(element.querySelector(".turning-words").textContent);
  }
}
