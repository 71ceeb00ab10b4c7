// The words of a message into the clipboard.

import { sayAloud } from "./aloud.js";

const TOLD_MS = 2_000;

/** The words as they stand on the page, without the numbers of footnotes; the button says for a while whether it was done. */
export async function copy(element, button) {
  const words = element.querySelector(".words");
  words.classList.add("copying");
  const text = words.innerText.trim();
  words.classList.remove("copying");
  const told = button.querySelector("[data-done]");
  told.dataset.usual ??= told.textContent;
  told.textContent = (await put(text)) ? told.dataset.done : told.dataset.failed;
  sayAloud(told.textContent);
  clearTimeout(button.timer);
  button.timer = setTimeout(() => (told.textContent = told.dataset.usual), TOLD_MS);
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
