// What keys do in a conversation, beside what its parts hear themselves.

import { openEdits } from "./editor.js";
import { listenForKeys } from "./keys.js";

export function listenInChat({ composer, conversation, messages }) {
  const { field } = composer;
  const last = (kind) => [...messages.list.querySelectorAll(`${kind}[data-id]`)].at(-1);
  const edit = () => press(last(".own"), '[data-deed="edit"]');
  listenForKeys({
    j: () => goTo(1, messages),
    k: () => goTo(-1, messages),
    w: () => field.focus(),
    e: edit,
    d: () => press(last(".own"), "a.delete"),
    a: () => press(last(".reply"), '[data-deed="again"]'),
    s: () => conversation.stop(),
    m: () => document.getElementById("memory-button").click(),
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === "ArrowUp" && !field.value && edit()) event.preventDefault();
    if (event.key === "Escape" && document.getElementById("beside").hidden) messages.place.pages.focus();
  });
}

/** As if it was clicked; answers whether it is there to be. */
function press(message, selector) {
  const button = message?.querySelector(selector);
  if (!button?.checkVisibility()) return false;
  button.click();
  return true;
}

/** The conversation so many below this one in the list. What is being edited is not left behind. */
function goTo(step, messages) {
  const [edited] = openEdits(messages.list);
  if (edited) return messages.byId(edited.id).querySelector(".editor textarea").focus();
  const names = [...document.querySelectorAll("#list-rows .one-name")];
  const here = names.findIndex((name) => name.hasAttribute("aria-current"));
  names[here + step]?.click();
}
