// The chat page: brings its parts together.

import { ask } from "./asking.js";
import { Beside } from "./beside.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { Deeds } from "./deeds.js";
import { fetchPage } from "./history.js";
import { fetchFootnotes } from "./footnotes.js";
import { Messages } from "./messages.js";
import { Outbox } from "./outbox.js";
import { Ribbon } from "./ribbon.js";
import { Line } from "./socket.js";
import { StateLine } from "./state-line.js";

const talk = document.getElementById("talk");
const id = talk.dataset.conversation;
const messages = new Messages();
const outbox = new Outbox(id);
const state = new StateLine();
const line = new Line(id, {
  hear: (event) => conversation.hear(event),
  changed: (...news) => conversation.connectionChanged(...news),
});
const composer = new Composer({
  send: (text) => conversation.say(text),
  stop: () => conversation.stop(),
  changed: (text) => (outbox.draft = text),
});
const ribbon = new Ribbon({ leave: () => conversation.leaveRoute(), stay: composer.field });
const conversation = new Conversation({ id, persona: talk.dataset.persona, line, messages, outbox, state, composer, ribbon });
conversation.login = talk.dataset.login;

// --- "Not now" on a card that asks for an age
messages.list.addEventListener("click", ({ target }) => {
  const card = target.closest(".age button") && target.closest(".age");
  if (card) conversation.decline(card.dataset.turn);
});

// --- Copy, answer again, edit, and going between wordings
new Deeds({ messages, conversation });

// --- A report, an appeal
ask(messages.list);

// --- What a reply knew, beside the conversation
new Beside({ conversation: id, messages, state });

// --- Openings: in an empty conversation, and the one tapped on the start page
for (const opening of document.querySelectorAll("#invitation .opening")) {
  opening.addEventListener("click", () => conversation.say(opening.textContent));
}
const tapped = location.hash.match(/^#opening-(\d+)$/);
if (tapped) {
  history.replaceState(null, "", location.pathname);
  if (!messages.newest && !outbox.frames.length) document.querySelectorAll("#invitation .opening")[tapped[1] - 1]?.click();
}

// --- Earlier pages
const earlier = document.getElementById("earlier");
async function showEarlier() {
  earlier.disabled = true;
  try {
    const page = await fetchPage(id, "before", messages.all[0].dataset.id);
    if (page === null) return location.reload();
    messages.prepend(page.messages);
    for (const message of page.messages) {
      if (message.memories?.length) fetchFootnotes(messages.byId(message.id), message.memories);
    }
    earlier.hidden = !page.more;
  } finally {
    earlier.disabled = false;
  }
}
earlier.addEventListener("click", showEarlier);

// --- A footnote's source: a message somewhere in this conversation
async function showNamed() {
  const wanted = location.hash.match(/^#m-([0-9a-f-]{36})$/)?.[1];
  if (!wanted) return;
  while (!messages.byId(wanted) && !earlier.hidden) await showEarlier();
  const found = messages.byId(wanted);
  if (!found) return;
  messages.isAtEnd = false;
  found.scrollIntoView({ block: "center" });
  history.replaceState(null, "", location.pathname);
  location.hash = `m-${wanted}`; // so that :target holds for what was fetched, too
}

// --- The list, behind the edge on a phone
const list = document.getElementById("list");
const listButton = document.getElementById("list-button");
const veil = document.getElementById("veil");
function openList(isOpen) {
  list.classList.toggle("open", isOpen);
  veil.hidden = !isOpen;
  listButton.setAttribute("aria-expanded", isOpen);
  if (isOpen) list.querySelector("button").focus();
  else if (list.contains(document.activeElement)) listButton.focus();
}
listButton.addEventListener("click", () => openList(true));
veil.addEventListener("click", () => openList(false));
addEventListener("keydown", (event) => event.key === "Escape" && list.classList.contains("open") && openList(false));

composer.fill(composer.field.value || outbox.draft); // what was typed while the page still loaded is newer
for (const frame of outbox.frames) conversation.showUnsent(frame);
messages.toEnd();
line.open();
showNamed();
if (matchMedia("(pointer: fine)").matches) composer.field.focus();
