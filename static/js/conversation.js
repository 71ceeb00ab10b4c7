// One conversation as this page knows it: turns, what waits to be accepted, and what to say about both.

import { sayAloud } from "./aloud.js";
import { dropAnswers, showAge, showRefusal, showSupport } from "./cards.js";
import { fetchFootnotes } from "./footnotes.js";
import { HeldText } from "./held-text.js";
import { fetchAllAfter } from "./history.js";
import { tellLearned } from "./remembering.js";
import { refusalWords, stateOf } from "./state-words.js";

const NAMING = new Set(["everyday", "romance"]);
const RESEND_MS = 2_000;
const CROWDED = 4429;
const TRY_AGAIN = new Set(["overloaded", "draining", "internal", "rate_limited"]);

export class Conversation {
  constructor({ id, persona, line, messages, outbox, state, composer, ribbon }) {
    Object.assign(this, { id, persona, line, messages, outbox, state, composer, ribbon });
    this.turns = new Map();
    this.running = null;
    this.waiting = null; // the id of a turn that waits for an age
    this.hasSettled = false; // whether this connection has heard its first session.state
    this.hearing = new Set(); // the turns that this connection tells of
    this.isReady = false;
    this.acts = {
      "session.state": (event) => this.stateTold(event),
      "message.accepted": (event) => this.accepted(event),
      "crisis.support": (event) => this.helped(event),
      "age.required": (event) => this.askedForAge(event),
      "reply.refused": (event) => this.notAnswered(event),
      "conversation.changed": ({ notice }) => notice && this.messages.notice(notice),
      "reply.started": (event) => this.started(event),
      "reply.delta": (event) => this.delta(event),
      "turn.queued": (event) => this.queued(event),
      "turn.alive": () => this.tell(),
      "reply.done": (event) => this.done(event),
      "memory.saved": ({ memories }) => tellLearned(memories, { state: this.state, mayTell: () => !this.running }),
      error: (event) => (event.turn ? this.failed(event) : this.refused(event)),
    };
  }

  hear(event) {
    this.acts[event.type]?.(event);
  }

  /** Say something; it is kept here until the server has it. */
  say(text) {
    if (this.running || this.outbox.frames.length) return false;
    const frame = this.outbox.add({ type: "message.send", text });
    this.showUnsent(frame);
    this.messages.letGo();
    this.messages.toEnd();
    this.line.send(frame);
    this.tell();
    return true;
  }

  stop() {
    if (this.running) this.line.send({ type: "reply.stop", turn: this.running.id });
  }

  leaveRoute() {
    this.line.send({ type: "lock.release" });
  }

  /** "Not now": the turn that waits for an age ends without a reply. */
  decline(turn) {
    this.line.send({ type: "reply.stop", turn });
  }

  /** Ask for the answer to an own message that got none, or for another one. */
  retry(message) {
    if (this.running || this.outbox.frames.length) return;
    this.line.send(this.outbox.add({ type: "reply.regenerate", message }));
    this.tell();
  }

  showUnsent({ client_id, text }) {
    if (text === undefined) return;
    document.getElementById("invitation").hidden = true;
    const own = this.messages.blank("own");
    own.dataset.clientId = client_id;
    own.classList.add("waiting");
    own.querySelector(".words").textContent = text;
    this.messages.append(own);
  }

  unsent(clientId) {
    return this.messages.list.querySelector(`[data-client-id="${CSS.escape(clientId)}"]`);
  }

  // --- The connection ------------------------------------------------------------------------------------------------
  connectionChanged(state, code) {
    if (state !== "open") this.isReady = this.hasSettled = false;
    if (state === "closed") this.isCrowded = code === CROWDED;
    if (state === "closed" && code === 4401) location.assign(`${this.login}?next=${encodeURIComponent(location.pathname)}`);
    if (state === "closed" && code === 4404) location.assign("/");
    if (state === "closed") this.wasOpen = true;
    this.tell();
  }

  /** The first on a connection settles it; later ones tell what changed since. */
  stateTold(event) {
    this.ribbon.show(event);
    if (!this.hasSettled) return this.settleIn(event);
    this.waitFor(event.waiting);
    if (event.turn && !this.hearing.has(event.turn.turn)) this.resume(this.open(event.turn.turn, event.turn.message));
    this.tell();
  }

  /** Which turn waits for an age; null for none. */
  waitFor(id) {
    for (const card of this.messages.list.querySelectorAll(".age")) if (card.dataset.turn !== id) card.remove();
    this.waiting = id;
  }

  resume(turn) {
    this.hearing.add(turn.id);
    this.line.send({ type: "resume", turn: turn.id, offset: turn.held.length });
  }

  async settleIn(event) {
    this.hasSettled = true;
    this.hearing.clear();
    this.waitFor(event.waiting);
    this.limit = event.limits.message_chars;
    if (!this.isUpToDate(event.head)) await this.refresh();
    this.isReady = true;
    if (event.turn) this.open(event.turn.turn, event.turn.message);
    for (const turn of this.turns.values()) if (!turn.isOver && turn.id !== this.waiting) this.resume(turn);
    for (const frame of this.outbox.frames) {
      if (!this.unsent(frame.client_id)) this.showUnsent(frame);
      this.line.send(frame);
    }
    this.tell();
  }

  isUpToDate(head) {
    const newest = this.messages.newest;
    if (!head || !newest) return !head && !newest;
    return newest.dataset.id === head.message && (head.variant === null || newest.dataset.variant === String(head.variant));
  }

  /** Fetch again what stands behind the last exchange that is certainly right. */
  async refresh() {
    const anchor = this.messages.all.at(-3) ?? null;
    const fetched = await fetchAllAfter(this.id, anchor?.dataset.id).catch(() => undefined);
    if (fetched === undefined) return; // the next connection tries again
    if (fetched === null) return location.reload();
    const running = this.running?.element;
    this.messages.cutAfter(anchor);
    for (const message of fetched) {
      const element = this.messages.build(message);
      this.messages.append(element, message.created_at);
      if (message.memories?.length) fetchFootnotes(element, message.memories);
    }
    if (running && !running.isConnected && !this.messages.byId(running.dataset.id ?? "")) this.messages.append(running);
    for (const frame of this.outbox.frames) this.showUnsent(frame);
  }

  // --- A turn ---------------------------------------------------------------------------------------------------------
  open(id, message) {
    let turn = this.turns.get(id);
    if (!turn) {
      turn = { id, message, held: new HeldText(), element: null, isOver: false, hasStarted: false };
      this.turns.set(id, turn);
    }
    if (turn.isOver) return turn;
    if (!turn.element) {
      turn.element = this.messages.think(this.messages.blank("reply"));
      this.messages.append(turn.element);
    }
    if (this.waiting === id) this.waitFor(null);
    this.running = turn;
    this.since = Date.now();
    this.tell();
    return turn;
  }

  accepted({ client_id, message, turn }) {
    const frame = this.outbox.settle(client_id);
    const own = this.unsent(client_id) ?? this.messages.byId(message.id);
    if (own && !own.dataset.id) {
      this.messages.identify(own, message.id, message.created_at);
      own.classList.remove("waiting");
    } else if (!own) {
      this.messages.append(this.messages.build(message), message.created_at);
    }
    document.getElementById("invitation").hidden = true;
    dropAnswers(this.messages.byId(message.id));
    this.open(turn, message.id);
    this.hearing.add(turn);
    if (frame?.type === "message.send") this.messages.toEnd();
  }

  /** Help stands below the message before anything else does, and what comes then doesn't push it out of sight. */
  helped(event) {
    const own = this.messages.byId(event.message);
    if (!own || own.querySelector(".support")) return;
    const card = showSupport(own, event);
    this.messages.holdInSight(own, card);
    sayAloud(event.text);
  }

  /** A pause, not an end: the turn goes on by itself once an age is confirmed, wherever that is done. */
  askedForAge(event) {
    const own = this.messages.byId(event.message);
    const turn = this.open(event.turn, event.message);
    if (turn.isOver) return;
    this.running = null;
    turn.element.remove();
    turn.element = null;
    this.waiting = turn.id;
    if (own) showAge(own, event);
    this.messages.follow();
    this.tell();
  }

  notAnswered(event) {
    const turn = this.open(event.turn, event.message);
    if (turn.isOver) return;
    this.close(turn);
    turn.element.remove();
    this.notice = null;
    const own = this.messages.byId(event.message);
    if (own) sayAloud(showRefusal(own, event));
    this.messages.follow();
    this.tell();
  }

  /** It stands in line for a model; `seconds` is how long from there, about. */
  queued({ turn: id, position, seconds }) {
    const turn = this.open(id, null);
    if (turn.isOver || turn.hasStarted) return;
    turn.place = { position, until: seconds === null ? 0 : Date.now() + seconds * 1000 };
    this.tell();
  }

  started(event) {
    const turn = this.open(event.turn, null);
    if (turn.isOver || turn.hasStarted) return;
    this.hearing.add(turn.id);
    turn.hasStarted = true;
    const asked = this.messages.byId(turn.message);
    if (asked) nameInList(asked.querySelector(".words").textContent, event.route);
    const before = this.messages.byId(event.message);
    if (before && before !== turn.element) {
      before.replaceWith(turn.element ?? this.messages.blank("reply")); // another wording stands in the place of the last
    }
    this.messages.identify(turn.element, event.message, new Date().toISOString());
    turn.element.dataset.variant = event.variant;
    turn.element.querySelector(".when").title = event.model;
    this.messages.sayInstead(turn.element, event);
    fetchFootnotes(turn.element, event.memories);
    this.tell();
  }

  delta({ turn: id, offset, text }) {
    const turn = this.turns.get(id);
    if (!turn || turn.isOver) return;
    const added = turn.held.take(offset, text);
    if (added === null) this.line.send({ type: "resume", turn: id, offset: turn.held.length });
    else if (added) this.messages.ink(turn.element, added);
    this.since = Date.now();
    this.tell();
  }

  done(event) {
    const turn = this.turns.get(event.turn);
    if (!turn || turn.isOver) return;
    if (turn.held.length < event.text_length) {
      this.line.send({ type: "resume", turn: event.turn, offset: turn.held.length });
      return;
    }
    this.close(turn);
    turn.held.cutTo(event.text_length);
    if (!event.text_length) {
      turn.element.remove();
      this.offerRetry(turn, `${this.persona} had not begun yet.`);
      return;
    }
    this.messages.finish(turn.element, event);
    const words = { interrupted: `${this.persona} was cut off; what was said is kept.`, filtered: "The rest of this reply was held back." }[event.finish];
    if (words) this.offerRetry(turn, words, turn.element.dataset.id);
    else this.tell();
  }

  failed(event) {
    const turn = this.turns.get(event.turn);
    if (event.code === "invalid") {
      location.reload(); // a turn that the server doesn't know: the page is out of step
      return;
    }
    if (!turn || turn.isOver) return;
    if (turn.element && event.code === "overloaded" && turn.hasStarted) return; // only the asking failed; the turn goes on
    this.close(turn);
    turn.element?.remove();
    this.offerRetry(turn, event.message);
  }

  close(turn) {
    turn.isOver = true;
    if (this.running === turn) this.running = null;
  }

  offerRetry(turn, words, message = turn.message) {
    this.notice = { words, kind: "problem", action: ["Try again", () => this.retry(message)] };
    this.tell();
  }

  // --- What was not accepted ----------------------------------------------------------------------------------------------
  refused(event) {
    const frame = this.outbox.find(event.client_id);
    if (!frame && event.client_id) return; // another tab's
    if (!frame) {
      this.notice = { words: event.message, kind: "problem" };
    } else if (TRY_AGAIN.has(event.code)) {
      const wait = event.retry_after ? event.retry_after * 1000 : RESEND_MS;
      this.held = { words: event.code === "rate_limited" ? "Many messages at once." : event.message, until: Date.now() + wait };
      setTimeout(() => this.outbox.find(frame.client_id) && this.isReady && this.line.send(frame), wait);
    } else {
      this.outbox.settle(frame.client_id);
      this.unsent(frame.client_id)?.remove();
      if (frame.text && this.composer.isEmpty) this.composer.fill(frame.text);
      this.notice = { words: refusalWords(event), kind: "problem" };
      if (event.code === "stale") this.refresh();
    }
    this.tell();
  }

  tell() {
    this.composer.replying(Boolean(this.running));
    if (this.isReady && this.running) this.notice = this.held = null;
    clearTimeout(this.tellTimer);
    const { words, again, ...look } = stateOf(this);
    this.state.say(words, look);
    if (again) this.tellTimer = setTimeout(() => this.tell(), again);
  }
}

/** The first message that anybody may read over the shoulder names a conversation; the server does the same. */
function nameInList(text, route) {
  const line = text.trim().split("\n")[0].trim();
  const link = document.querySelector('.list [aria-current="page"][data-nameless]');
  if (!link || !NAMING.has(route)) return;
  link.removeAttribute("data-nameless");
  link.textContent = line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
