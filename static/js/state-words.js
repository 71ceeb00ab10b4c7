// What the line above the composer says.

import { about, inWords } from "./waits.js";
import { filled, gettext } from "./words.js";

const SLOW_MS = 8_000;
const CROWDED = 4429;
const DRAINS = 4503;

/** {words, kind, action} as the state line takes them; `again`: in how many milliseconds to look again, where time changes it. */
export function stateOf(conversation) {
  const { isReady, running, outbox, waiting, notice } = conversation;
  if (!isReady) return connecting(conversation);
  if (running) return replying(conversation);
  if (outbox.frames.some(({ type }) => type !== "reply.choose")) return sending(conversation);
  if (notice) return notice;
  return { words: waiting ? gettext("Waiting for you to confirm your age.") : "" };
}

function connecting({ closedWith, wasOpen, notice, outbox, running, isImpatient }) {
  const kept = outbox.frames.length || running ? [gettext("Nothing is lost.")] : [];
  if (kept.length && isImpatient) kept.push(gettext("What you write now is kept here until that is sent."));
  return { words: [...why({ closedWith, wasOpen, notice }), ...kept].join(" ") };
}

/** Sentences about a connection that isn't there. */
function why({ closedWith, wasOpen, notice }) {
  const again = gettext("Connecting again…");
  if (!navigator.onLine) return [gettext("You are offline. Connecting again when the network is back.")];
  if (closedWith === CROWDED) return [gettext("Too many windows are open, or too much was sent at once. Waiting a little.")];
  if (notice?.isPassing) return [notice.words, again];
  if (closedWith === DRAINS) return [gettext("The server is being restarted."), again];
  return [wasOpen ? again : gettext("Connecting…")];
}

const PLACES = [
  gettext("Next in line"), gettext("Second in line"), gettext("Third in line"), gettext("Fourth in line"), gettext("Fifth in line"),
  gettext("Sixth in line"), gettext("Seventh in line"), gettext("Eighth in line"), gettext("Ninth in line"), gettext("Tenth in line"),
];

/** "Third in line, about 10 seconds"; where nobody knows how long, or it should be over, only the place. */
function standing({ position, until }) {
  const left = until - Date.now();
  const place = PLACES[position - 1] ?? filled(gettext("Number {position} in line"), { position });
  const words = left > 0 ? gettext("{place}, {wait}. You can stop at any time.") : gettext("{place}. You can stop at any time.");
  return { words: filled(words, { place, wait: about(left / 1000) }), again: left > 0 ? left % 5_000 || 5_000 : SLOW_MS };
}

function replying({ persona, running, since, isImpatient }) {
  const place = running.hasStarted ? null : running.place;
  const quiet = Date.now() - Math.max(since, place?.until ?? 0);
  // Nobody says that the first in line was let in; soon it has an answer, or takes long as anybody might.
  if (place && (place.position > 1 || quiet < SLOW_MS)) return standing(place);
  const said = (words, more) => ({ words: filled(words, { persona }), ...more });
  const isWriting = running.held.length > 0;
  if (isImpatient && isWriting) return said(gettext("{persona} is still writing. Wait, or stop it first; what you wrote is kept where it is."));
  if (isImpatient) return said(gettext("{persona} is still thinking. Wait, or stop it first; what you wrote is kept where it is."));
  if (quiet >= SLOW_MS) return said(gettext("{persona} takes longer than usual. You can wait, or stop."));
  const doing = isWriting ? gettext("{persona} is writing. You can stop at any time.") : gettext("{persona} is thinking. You can stop at any time.");
  return said(doing, { again: SLOW_MS - quiet });
}

/** What was not taken yet, and when it is sent again. */
function sending({ held, isImpatient }) {
  const left = held ? held.until - Date.now() : 0;
  if (left <= 0) return { words: isImpatient ? gettext("Still sending what came before. What you wrote is kept where it is.") : gettext("Sending…") };
  const again = left > 10_000 ? left % 10_000 || 10_000 : left;
  return { words: `${held.words} ${filled(gettext("Your message is kept and sent {when}."), { when: inWords(left / 1000) })}`, kind: "problem", again };
}

/** Why something was not taken; of a day's budget also when the next one begins. */
export function refusalWords({ code, message, retry_after }) {
  return code === "quota" && retry_after ? `${message} ${filled(gettext("It goes on {when}."), { when: inWords(retry_after) })}` : message;
}
