// The chat page: brings its parts together.

import { ask } from "./asking.js";
import { Beside } from "./beside.js";
import { listenInChat } from "./chat-keys.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { Deeds } from "./deeds.js";
import { Deleting } from "./deleting.js";
import { Draft } from "./drafts.js";
import { Jump } from "./jump.js";
import { List } from "./list.js";
import { Messages } from "./messages.js";
import { Outbox } from "./outbox.js";
import { Paging } from "./paging.js";
import { Ribbon } from "./ribbon.js";
import { Seen } from "./seen.js";
import { listenForSearch } from "./shortcut.js";
import { Line } from "./socket.js";
import { StateLine } from "./state-line.js";

const talk = document.getElementById("talk");
const id = talk.dataset.conversation;
const messages = new Messages();
const outbox = new Outbox(id);
const draft = new Draft(id);
const seen = new Seen(talk.dataset.seen, { newest: () => messages.newest?.dataset.id ?? "" });
const conversations = new List();
const state = new StateLine();
const line = new Line(id, {
  hear,
  changed: (...news) => conversation.connectionChanged(...news),
});
const composer = new Composer({
  send: (text) => conversation.say(text),
  stop: () => conversation.stop(),
  changed: keepDraft,
});
const ribbon = new Ribbon({ leave: () => conversation.leaveRoute(), stay: composer.field });
const conversation = new Conversation({ id, persona: talk.dataset.persona, line, messages, outbox, state, composer, ribbon });
conversation.login = talk.dataset.login;
conversation.catchingUp.branch = Number(talk.dataset.branch);

function hear(event) {
  conversation.hear(event);
  conversations.hear(event);
  seen.hear(event);
  if (event.type === "conversation.changed" && event.title) document.title = `${event.title} · Companion`;
}

/** What is on its way stays the draft until the server has it. */
function keepDraft(text) {
  if (text || !outbox.frames.length) draft.text = text;
}
outbox.settled = () => keepDraft(composer.field.value);

// --- "Not now" on a card that asks for an age
messages.list.addEventListener("click", ({ target }) => {
  const card = target.closest(".age button") && target.closest(".age");
  if (card) conversation.decline(card.dataset.turn);
});

// --- Copy, answer again, edit, and going between wordings
new Deeds({ messages, conversation });

// --- Delete
new Deleting({ messages, isTold: () => conversation.isReady });

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

// --- Pages of it, and a message that the address names
const paging = new Paging({ conversation: id, messages, end: goLive });
function goLive() {
  history.replaceState(null, "", location.pathname);
  document.getElementById("reading")?.remove();
  document.getElementById("state").hidden = composer.form.hidden = false;
  delete talk.dataset.reading;
  jump.caughtUp();
  seen.note();
  line.open();
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
addEventListener("keydown", (event) => event.key === "Escape" && list.classList.contains("open") && !document.querySelector("dialog[open]") && openList(false));
listenInChat({ composer, conversation, messages });
listenForSearch(() => matchMedia("(max-width: 899px)").matches && openList(true));

const isOnItsWay = outbox.frames.some((frame) => frame.text === draft.text);
composer.fill(composer.field.value || (isOnItsWay ? "" : draft.text)); // what was typed while the page still loaded is newer
for (const frame of outbox.frames) conversation.showUnsent(frame);
if (seen.isKnown) messages.allSeen();
messages.open();
paging.showNamed();
const jump = new Jump(messages);
if (!("reading" in talk.dataset)) line.open();
if ("entered" in composer.field.dataset) composer.submit(); // as the page still loaded
if (matchMedia("(pointer: fine)").matches) composer.field.focus();
