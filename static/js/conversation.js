// One conversation as this page knows it: turns, what waits to be accepted, and what to say about both.

import { sayAloud } from "./aloud.js";
import { dropAnswers, showSupport } from "./cards.js";
import { CatchingUp } from "./catching-up.js";
import { askedForAge, done, failed, offerMissing, refused } from "./endings.js";
import { fetchFootnotes } from "./footnotes.js";
import { HeldText } from "./held-text.js";
import { nameInList } from "./naming.js";
import { tellLearned } from "./remembering.js";
import { stateOf } from "./state-words.js";
import { notTaken } from "./unaccepted.js";

export class Conversation {
  constructor({ id, persona, line, messages, outbox, state, composer, ribbon }) {
    Object.assign(this, { id, persona, line, messages, outbox, state, composer, ribbon });
    const keep = (text) => composer.give(text);
    this.catchingUp = new CatchingUp({ id, messages, keep, running: () => this.running?.element });
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
      "age.required": (event) => askedForAge(this, event),
      "reply.refused": (event) => refused(this, event),
      "conversation.changed": ({ notice }) => notice && this.messages.notice(notice),
      "reply.started": (event) => this.started(event),
      "reply.delta": (event) => this.delta(event),
      "turn.queued": (event) => this.queued(event),
      "turn.alive": () => this.tell(),
      "reply.done": (event) => done(this, event),
      "memory.saved": ({ memories }) => tellLearned(memories, { state: this.state, mayTell: () => !this.running }),
      "history.changed": (event) => this.historyChanged(event),
      error: (event) => (event.turn ? failed(this, event) : notTaken(this, event)),
    };
  }

  hear(event) {
    if (!this.catchingUp.keeps(event)) this.acts[event.type]?.(event);
  }

  /** Say something; it is kept here until the server has it. */
  say(text) {
    if (this.isOccupied) return this.notNow();
    const frame = this.outbox.add({ type: "message.send", text });
    this.showUnsent(frame);
    this.messages.allSeen();
    this.messages.place.toEnd();
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
    return this.ask({ type: "reply.regenerate", message });
  }

  /** Other words in the place of an own message; what followed it is kept on another branch. */
  edit(message, text) {
    return this.ask({ type: "message.edit", message, text });
  }

  /** To another branch: through a message, or a wording of a reply. */
  choose(wanted) {
    return this.ask({ type: "reply.choose", ...wanted });
  }

  ask(frame) {
    if (this.isOccupied) return this.notNow();
    this.line.send(this.outbox.add(frame));
    this.tell();
    return true;
  }

  /** One thing after the other: a reply runs, or something was not taken by the server yet. */
  get isOccupied() {
    return Boolean(this.running) || this.outbox.frames.length > 0;
  }

  /** Something more was asked for meanwhile; the state line says why it has to wait. */
  notNow() {
    this.isImpatient = true;
    this.tell();
    return false;
  }

  showUnsent({ type, client_id, text }) {
    if (type !== "message.send" || this.unsent(client_id)) return;
    document.getElementById("invitation").hidden = true;
    const own = this.messages.blank("own");
    own.dataset.clientId = client_id;
    own.classList.add("waiting");
    own.querySelector(".words").textContent = text;
    this.messages.append(own);
  }

  showAllUnsent() {
    for (const frame of this.outbox.frames) this.showUnsent(frame);
  }

  unsent(clientId) {
    return this.messages.list.querySelector(`[data-client-id="${CSS.escape(clientId)}"]`);
  }

  // --- The connection ------------------------------------------------------------------------------------------------
  connectionChanged(state, code) {
    if (state !== "open") this.isReady = this.hasSettled = this.settling = false;
    if (state === "closed") this.closedWith = code;
    if (state === "closed" && code === 4401) location.assign(`${this.login}?signed-out&next=${encodeURIComponent(location.pathname)}`);
    if (state === "closed" && code === 4404) location.assign("/");
    if (state === "closed") this.wasOpen = true;
    this.tell();
  }

  /** The first on a connection settles it; later ones tell what changed since. */
  stateTold(event) {
    this.ribbon.show(event);
    if (!this.hasSettled) return this.settleIn(event);
    this.waitFor(event.waiting);
    if (event.branch !== this.catchingUp.branch) this.historyChanged(event); // while nobody could be told
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
    this.settling = event;
    this.hearing.clear();
    this.waitFor(event.waiting);
    this.composer.limit = event.limits.message_chars;
    if (this.notice?.isPassing) this.notice = null; // what came before the connection went
    await this.catchingUp.settle(event, (later) => this.hear(later));
    if (this.settling !== event) return; // the connection is gone, or another one came
    this.isReady = true;
    this.forgetDeleted(event.turn?.turn);
    if (event.turn) this.open(event.turn.turn, event.turn.message);
    for (const turn of this.turns.values()) if (!turn.isOver && turn.id !== this.waiting) this.resume(turn);
    for (const frame of this.outbox.frames) {
      this.showUnsent(frame);
      this.line.send(frame);
    }
    offerMissing(this);
    this.tell();
  }

  /** A turn whose message was deleted meanwhile is known to nobody any more; but the one that runs. */
  forgetDeleted(runs) {
    for (const turn of this.turns.values()) {
      if (turn.isOver || turn.id === runs || !turn.message || this.messages.byId(turn.message)) continue;
      turn.isOver = true;
      turn.element?.remove();
      if (this.running === turn) this.running = null;
    }
  }

  /** Another branch is the active one: of this page's asking, or another's. */
  async historyChanged({ client_id, from, head, branch }) {
    const { catchingUp, messages, outbox } = this;
    const asked = outbox.find(client_id);
    if (asked?.type === "reply.choose") outbox.settle(client_id);
    const since = catchingUp.isNext(branch) ? from : null;
    const isAsSeen = branch === catchingUp.branch && catchingUp.isUpToDate(head);
    catchingUp.branch = branch;
    if (since || !isAsSeen) await catchingUp.changedFrom(since, (event) => this.hear(event));
    this.showAllUnsent();
    document.getElementById("invitation").hidden = Boolean(messages.list.querySelector(".own, .reply"));
    if (this.notice?.about && !messages.byId(this.notice.about)) this.notice = null;
    offerMissing(this);
    if (asked?.type === "reply.choose") this.turned?.(messages.byId(asked.message));
    this.tell();
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

  accepted(event) {
    const { client_id, message, turn, duplicate } = event;
    const stored = this.messages.byId(message.id);
    const unsent = this.unsent(client_id);
    const isOutOfStep = duplicate ? !stored : message.edits && this.messages.byId(message.edits);
    if (isOutOfStep && !event.isLate) {
      // What was changed before could not be told here; this is heard again when it is known.
      this.catchingUp.changedFrom(message.edits, (later) => this.hear(later));
      this.hear({ ...event, isLate: true });
      return;
    }
    const frame = this.outbox.settle(client_id);
    if (stored && stored !== unsent) unsent?.remove();
    if (duplicate && !stored) {
      unsent?.remove();
      this.turns.set(turn, { id: turn, isOver: true }); // its branch isn't the one that is seen
      this.tell();
      return;
    }
    if (!stored && unsent) {
      this.messages.identify(unsent, message.id, message.created_at);
      unsent.classList.remove("waiting");
    } else if (!stored) {
      this.messages.append(this.messages.build(message), message.created_at);
    }
    document.getElementById("invitation").hidden = true;
    const own = this.messages.byId(message.id);
    dropAnswers(own);
    own.dataset.outcome = "";
    this.open(turn, message.id).isAskedHere = frame?.type === "reply.regenerate";
    this.hearing.add(turn);
    if (frame?.type === "message.edit") {
      this.messages.place.toEnd();
      this.messages.takeFocus(this.messages.byId(message.id));
    }
  }

  /** Help stands below the message before anything else does, and what comes then doesn't push it out of sight. */
  helped(event) {
    const own = this.messages.byId(event.message);
    if (!own || own.querySelector(".support")) return;
    const card = showSupport(own, event);
    this.messages.place.holdInSight(own, card);
    sayAloud(event.text);
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
    if (turn.isAskedHere) this.messages.takeFocus(turn.element);
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

  tell() {
    if (!this.isOccupied) this.isImpatient = false;
    this.composer.replying(Boolean(this.running));
    this.messages.replying(Boolean(this.running));
    if (this.isReady && this.running) this.notice = this.held = null;
    clearTimeout(this.tellTimer);
    const { words, again, ...look } = stateOf(this);
    this.state.say(words, look);
    if (again) this.tellTimer = setTimeout(() => this.tell(), again);
  }
}
