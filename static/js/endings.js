// How a turn ends on the page: by a reply, a refusal, a failure, or for now by a question for an age.

import { readAloud, sayAloud } from "./aloud.js";
import { showAge, showRefusal } from "./cards.js";
import { wordsOf } from "./copying.js";
import { filled, gettext } from "./words.js";

/** A pause, not an end: the turn goes on by itself once an age is confirmed, wherever that is done. */
export function askedForAge(conversation, event) {
  const { messages } = conversation;
  const own = messages.byId(event.message);
  const turn = conversation.open(event.turn, event.message);
  if (turn.isOver) return;
  conversation.running = null;
  turn.element.remove();
  turn.element = null;
  conversation.waiting = turn.id;
  if (own) showAge(own, event);
  messages.place.follow();
  conversation.tell();
}

export function refused(conversation, event) {
  const { messages } = conversation;
  const turn = conversation.open(event.turn, event.message);
  if (turn.isOver) return;
  close(conversation, turn);
  turn.element.remove();
  conversation.notice = null;
  const own = messages.byId(event.message);
  if (own) sayAloud(showRefusal(own, event));
  messages.place.follow();
  conversation.tell();
}

export function done(conversation, event) {
  const { persona, messages } = conversation;
  const turn = conversation.turns.get(event.turn);
  if (!turn || turn.isOver) return;
  if (turn.held.length < event.text_length) return conversation.resume(turn);
  close(conversation, turn);
  turn.held.cutTo(event.text_length);
  if (!event.text_length) {
    turn.element.remove();
    offerRetry(conversation, turn, filled(gettext("{persona} had not begun yet."), { persona }));
    return;
  }
  messages.finish(turn.element, event);
  readAloud(wordsOf(turn.element)); // once, and whole: what is still being written is read to nobody
  const words = {
    interrupted: filled(gettext("{persona} was cut off; what was said is kept."), { persona }),
    filtered: gettext("The rest of this reply was held back."),
  }[event.finish];
  if (words) offerRetry(conversation, turn, words, turn.element.dataset.id);
  else conversation.tell();
}

export function failed(conversation, event) {
  const turn = conversation.turns.get(event.turn);
  if (event.code === "invalid") {
    location.reload(); // a turn that the server doesn't know: the page is out of step
    return;
  }
  if (!turn || turn.isOver) return;
  if (turn.element && event.code === "overloaded" && turn.hasStarted) return; // only the asking failed; the turn goes on
  close(conversation, turn);
  turn.element?.remove();
  offerRetry(conversation, turn, event.message);
}

function close(conversation, turn) {
  turn.isOver = true;
  if (conversation.running === turn) conversation.running = null;
}

function offerRetry(conversation, turn, words, message = turn.message) {
  conversation.notice = { words, kind: "problem", ...tryAgain(conversation, message) };
  conversation.tell();
}

/** Of a notice, what can be done and which message it is about: with that one it goes. */
function tryAgain(conversation, message) {
  return { action: [gettext("Try again"), () => conversation.retry(message)], about: message };
}

/** A page that opens behind a message that got no reply offers to ask for it. */
export function offerMissing(conversation) {
  const last = conversation.messages.newest;
  if (conversation.running || conversation.notice || last?.dataset.outcome !== "failed") return;
  conversation.notice = { words: gettext("Your last message has no answer yet."), ...tryAgain(conversation, last.dataset.id) };
  conversation.tell();
}
