// What the line above the composer says.

import { about, inWords } from "./waits.js";

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
  return { words: waiting ? "Waiting for you to confirm your age." : "" };
}

function connecting({ closedWith, wasOpen, notice, outbox, running, isImpatient }) {
  const more = isImpatient ? " What you write now is kept here until that is sent." : "";
  const kept = outbox.frames.length || running ? ` Nothing is lost.${more}` : "";
  if (!navigator.onLine) return { words: `You are offline. Connecting again when the network is back.${kept}` };
  if (closedWith === CROWDED) return { words: `Too many windows are open, or too much was sent at once. Waiting a little.${kept}` };
  if (notice?.isPassing) return { words: `${notice.words} Connecting again…${kept}` };
  if (closedWith === DRAINS) return { words: `The server is being restarted. Connecting again…${kept}` };
  return { words: wasOpen ? `Connecting again…${kept}` : `Connecting…${kept}` };
}

const ORDINALS = ["Next", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"];

/** "Third in line, about 10 seconds"; where nobody knows how long, or it should be over, only the place. */
function standing({ position, until }) {
  const left = until - Date.now();
  const place = ORDINALS[position - 1] ?? `Number ${position}`;
  const wait = left > 0 ? `, ${about(left / 1000)}` : "";
  return { words: `${place} in line${wait}. You can stop at any time.`, again: left > 0 ? left % 5_000 || 5_000 : SLOW_MS };
}

function replying({ persona, running, since, isImpatient }) {
  const place = running.hasStarted ? null : running.place;
  const quiet = Date.now() - Math.max(since, place?.until ?? 0);
  // Nobody says that the first in line was let in; soon it has an answer, or takes long as anybody might.
  if (place && (place.position > 1 || quiet < SLOW_MS)) return standing(place);
  const doing = running.held.length ? "writing" : "thinking";
  if (isImpatient) return { words: `${persona} is still ${doing}. Wait, or stop it first; what you wrote is kept where it is.` };
  if (quiet >= SLOW_MS) return { words: `${persona} takes longer than usual. You can wait, or stop.` };
  return { words: `${persona} is ${doing}. You can stop at any time.`, again: SLOW_MS - quiet };
}

/** What was not taken yet, and when it is sent again. */
function sending({ held, isImpatient }) {
  const left = held ? held.until - Date.now() : 0;
  if (left <= 0) return { words: isImpatient ? "Still sending what came before. What you wrote is kept where it is." : "Sending…" };
  const again = left > 10_000 ? left % 10_000 || 10_000 : left;
  return { words: `${held.words} Your message is kept and sent ${inWords(left / 1000)}.`, kind: "problem", again };
}

/** Why something was not taken; of a day's budget also when the next one begins. */
export function refusalWords({ code, message, retry_after }) {
  return code === "quota" && retry_after ? `${message} It goes on ${inWords(retry_after)}.` : message;
}
