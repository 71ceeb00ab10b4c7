// The messages on the page. The server renders what was said before; what is said now is built from the same templates.

import { sayAloud } from "./aloud.js";
import { showReported } from "./asking.js";
import { linkContacts, showCards } from "./cards.js";
import { dress } from "./deeds.js";
import { markSentences } from "./footnotes.js";
import { ReadingPlace } from "./reading-place.js";
import { gettext } from "./words.js";

const DAY = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "long", day: "numeric", month: "long" });
const TIME = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
const STORED = "[data-id]:is(.own, .reply)";
const UNREAD_GAP = 12; // above what was said since one was here
const CUT = {
  interrupted: gettext("It broke off here."),
  stopped: gettext("You stopped it here."),
  length: gettext("It reached its length limit here."),
  filtered: gettext("The rest was held back: it went further than this conversation allows."),
};

export class Messages {
  constructor() {
    this.list = document.getElementById("messages");
    this.earlier = document.getElementById("earlier");
    this.place = new ReadingPlace(document.getElementById("pages"), this.list);
    this.list.querySelectorAll(".reply").forEach(markSentences);
    linkContacts(this.list);
    this.all.forEach(dress);
    this.list.querySelectorAll("time.when").forEach((time) => {
      time.textContent = TIME.format(new Date(time.dateTime));
    });
  }

  /** Stored messages, oldest first. */
  get all() {
    return [...this.list.querySelectorAll(STORED)];
  }

  get oldest() {
    return this.list.querySelector(STORED);
  }

  get newest() {
    return this.newestFirst().next().value ?? null;
  }

  /** Stored messages one by one: who asks at each move of a wheel doesn't go through ten thousand. */
  *newestFirst(among = this.list) {
    for (let one = among.lastElementChild; one; one = one.previousElementSibling) {
      if (one.matches(".page")) yield* this.newestFirst(one);
      else if (one.matches(STORED)) yield one;
    }
  }

  /** Whether a reply is being written. */
  get isStreaming() {
    return this.list.getElementsByClassName("streaming").length > 0;
  }

  /** The stored message before something in the list; null where there is none here. */
  before(part) {
    return this.all.findLast((one) => one.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING) ?? null;
  }

  byId(id) {
    return document.getElementById(`m-${id}`);
  }

  /** A message of the history, as the contract gives it. */
  build(message) {
    const element = this.blank(message.role === "user" ? "own" : "reply");
    this.identify(element, message.id, message.created_at);
    if (message.role === "user") {
      element.querySelector(".words").textContent = message.text;
      element.dataset.outcome = message.outcome ?? "";
      element.dataset.wordings = message.wordings?.join(" ") ?? "";
      showCards(element, message);
    } else {
      element.dataset.variant = message.variant;
      this.finish(element, message);
      this.sayInstead(element, message);
      if (message.reported) showReported(element.querySelector(".report"));
    }
    element.notices = message.notices;
    dress(element);
    return element;
  }

  blank(kind) {
    return document.getElementById(`${kind}-template`).content.firstElementChild.cloneNode(true);
  }

  identify(element, id, at) {
    element.dataset.id = id;
    element.id = `m-${id}`;
    const time = element.querySelector(".when");
    time.dateTime = at;
    time.textContent = TIME.format(new Date(at));
    const report = element.querySelector(".report");
    if (report) report.href = `/messages/${id}/report/`;
    element.querySelector(".delete").href = `/messages/${id}/delete/`;
    dress(element);
  }

  /** Puts a message at the end, below the day it was said on. */
  append(element, at = new Date().toISOString()) {
    const day = dayOf({ created_at: at });
    if (this.lastDay !== day) this.list.append(this.day(day, at));
    this.list.append(...this.linesBefore(element), element);
    this.place.follow();
  }

  get lastDay() {
    const days = this.list.getElementsByClassName("day");
    return days[days.length - 1]?.dataset.day;
  }

  /** What stands before a message of the history: that something wasn't as it had been. */
  linesBefore({ notices = [] }) {
    return notices.map((notice) => this.line(notice));
  }

  /** A line of the product's own in the flow, such as a reminder of the time: at the end, or ``before`` a message. */
  notice(notice) {
    const next = notice.before && (this.byId(notice.before) ?? this.list.querySelector(".reply.streaming"));
    if (next) next.before(this.line(notice));
    else this.list.append(this.line(notice));
    sayAloud(notice.text);
    this.place.follow();
  }

  /** With a ``url`` it leads somewhere. */
  line({ text, url }) {
    const line = document.createElement("p");
    line.className = "notice";
    line.dir = "auto";
    if (url) {
      const link = document.createElement("a");
      link.href = url;
      link.textContent = text;
      line.append(link);
    } else {
      line.textContent = text;
    }
    return line;
  }

  day(day, at) {
    const line = document.createElement("p");
    line.className = "day";
    line.dataset.day = day;
    line.textContent = DAY.format(new Date(at));
    return line;
  }

  /** Earlier messages above the ones here; what one reads stays where it is. */
  prepend(messages) {
    this.place.stay();
    const page = this.page(messages);
    const above = [...page.querySelectorAll(".day")].at(-1);
    const below = this.list.querySelector(".day");
    if (above && below?.dataset.day === above.dataset.day) below.remove();
    this.list.prepend(page);
  }

  /** Later ones below those that are here; they are not followed. */
  appendPage(messages) {
    this.place.stay();
    this.list.append(this.page(messages, { day: this.lastDay }));
  }

  /** Messages of the history in a part of their own, which costs nothing while it is far from what one sees; ``day``: of the one before. */
  page(messages, { day } = {}) {
    const page = document.createElement("div");
    page.className = "page";
    for (const message of messages) {
      if (dayOf(message) !== day) page.append(this.day((day = dayOf(message)), message.created_at));
      const element = this.build(message);
      page.append(...this.linesBefore(element), element);
    }
    return page;
  }

  /** Whether something was said before what stands here. */
  offerEarlier(isThere) {
    this.earlier.hidden = !isThere;
    this.earlier.href = `?before=${this.oldest?.dataset.id ?? ""}`;
  }

  /** Drops everything behind a message; all of it when that is null. */
  cutAfter(element) {
    while (this.list.lastElementChild && !this.list.lastElementChild.contains(element)) this.list.lastElementChild.remove();
    const page = element?.closest(".page");
    while (page && page.lastElementChild !== element) page.lastElementChild.remove();
  }

  /** A reply that has begun, with nothing said yet: its mark breathes. */
  think(element) {
    const mark = document.createElement("span");
    mark.className = "mark thinking-mark";
    element.classList.add("streaming");
    element.querySelector(".words").replaceChildren(mark);
    element.querySelector(".cut").hidden = element.querySelector(".footnotes").hidden = true;
    return element;
  }

  /** New words at the end of a running reply, as ink. */
  ink(element, text) {
    const words = element.querySelector(".words");
    words.querySelector(".thinking-mark")?.remove();
    text.split(/\n{2,}/).forEach((part, index) => {
      if (index || !words.lastElementChild) words.append(document.createElement("p"));
      if (!part) return;
      const ink = document.createElement("span");
      ink.className = "ink";
      ink.textContent = part;
      words.lastElementChild.append(ink);
    });
    this.place.follow();
  }

  /** The text so far anew, after it was cut. */
  inkAnew(element, text) {
    element.querySelector(".words").replaceChildren();
    if (text) this.ink(element, text);
  }

  /** That another model than the usual one answered. */
  sayInstead(element, { instead_of: gone, model }) {
    const line = element.querySelector(".instead");
    line.textContent = gone ? line.dataset.words.replace("{gone}", gone).replace("{model}", model) : "";
    line.hidden = !gone;
  }

  /** The server's safe rendering takes the place of the words as they came. */
  finish(element, { html, finish, variants }) {
    element.classList.remove("streaming");
    element.dataset.finish = finish;
    element.dataset.variants = variants;
    element.querySelector(".words").innerHTML = html;
    const cut = element.querySelector(".cut");
    cut.textContent = CUT[finish] ?? "";
    cut.hidden = !CUT[finish];
    markSentences(element);
    dress(element);
    this.place.follow();
  }

  /** Who says something has seen what was said before; from here on all of it is followed. */
  allSeen() {
    document.getElementById("unread")?.remove();
    this.place.letGo();
  }

  /** At first: at the end, or where one had not been yet. */
  open() {
    const unread = document.getElementById("unread");
    this.place.toEnd();
    if (unread && unread.getBoundingClientRect().top < this.place.edge) this.place.holdAt(unread, this.place.edge + UNREAD_GAP);
  }

  /** Where the focus was is gone; who goes with the keyboard goes on from here. */
  takeFocus(element) {
    if (document.activeElement !== document.body) return;
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
  }

  /** While a reply is written nothing can be changed. */
  replying(isReplying) {
    this.list.toggleAttribute("data-replying", isReplying);
  }
}

const dayOf = ({ created_at: at }) => new Date(at).toLocaleDateString("sv");
