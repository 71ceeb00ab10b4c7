// What the server did not take: it is sent again by itself, or its words go back to where they were written.

import { reopenEditor } from "./editor.js";
import { refusalWords } from "./state-words.js";
import { gettext } from "./words.js";

const RESEND_MS = 2_000;
const TRY_AGAIN = new Set(["overloaded", "draining", "internal", "rate_limited"]);

/** An `error` with a client_id, or one that nobody asked for. */
export function notTaken(conversation, event) {
  const frame = conversation.outbox.find(event.client_id);
  if (!frame && event.client_id) return; // another tab's
  if (!frame) conversation.notice = { words: event.message, kind: "problem", isPassing: true };
  else if (TRY_AGAIN.has(event.code)) sendLater(conversation, event, frame);
  else giveBack(conversation, event, frame);
  conversation.tell();
}

function sendLater(conversation, event, frame) {
  const wait = event.retry_after ? event.retry_after * 1000 : RESEND_MS;
  conversation.held = { words: event.code === "rate_limited" ? gettext("Many messages at once.") : event.message, until: Date.now() + wait };
  setTimeout(() => conversation.outbox.find(frame.client_id) && conversation.isReady && conversation.line.send(frame), wait);
}

function giveBack(conversation, event, frame) {
  const { composer, messages, outbox } = conversation;
  outbox.settle(frame.client_id);
  conversation.unsent(frame.client_id)?.remove();
  const edited = frame.type === "message.edit" && messages.byId(frame.message);
  const words = refusalWords(event);
  if (edited) giveBackEdit(edited, frame, words);
  else if (frame.text) composer.give(frame.text);
  conversation.notice = { words, kind: "problem" };
  conversation.isImpatient = true; // where a reply runs, it is the reason
  if (event.code === "stale") conversation.catchingUp.refresh();
}

/** The editor is open, unless the page was loaded anew since. */
function giveBackEdit(own, { text }, words) {
  if (!own.querySelector(".editor")) own.querySelector('[data-deed="edit"]').click();
  reopenEditor(own, text, words);
}
