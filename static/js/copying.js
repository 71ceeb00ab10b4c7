// Words of a message into the clipboard, and what to do where the browser won't.

import { sayAloud } from "./aloud.js";
import { codeIn } from "./code-blocks.js";

const TOLD_MS = 2_000;

export function copyMessage(element, button) {
  return copy(wordsOf(element), { from: element.querySelector(".words"), button });
}

/** A whole message as it stands on the page, without the numbers of footnotes. */
export function wordsOf(element) {
  const words = element.querySelector(".words");
  words.classList.add("copying");
  const text = words.innerText.trim();
  words.classList.remove("copying");
  return text;
}

/** One piece of code in it, letter for letter. */
export function copyCode(button) {
  const sheet = button.closest(".code");
  return copy(codeIn(sheet), { from: sheet.querySelector("pre"), button });
}

/** The button says for a while that it was done; else the words are selected, and a line below them says what is left to do. */
async function copy(text, { from, button }) {
  const message = button.closest(".own, .reply");
  message.querySelector(".not-copied")?.remove();
  if (!(await put(text))) return refuse(from);
  const told = button.querySelector("[data-done]");
  told.dataset.usual ??= told.textContent;
  told.textContent = told.dataset.done;
  sayAloud(told.dataset.done);
  clearTimeout(button.timer);
  button.timer = setTimeout(() => (told.textContent = told.dataset.usual), TOLD_MS);
}

function refuse(from) {
  const line = document.getElementById("not-copied-template").content.firstElementChild.cloneNode(true);
  (from.closest(".code") ?? from).after(line);
  getSelection().selectAllChildren(from);
  sayAloud(line.textContent);
}

/** Where the page came over plain HTTP from another machine, the browser has the old way only. */
async function put(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const held = document.activeElement;
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "unseen";
    document.body.append(field);
    field.select();
    const isDone = document.execCommand("copy");
    field.remove();
    held?.focus();
    return isDone;
  }
}
