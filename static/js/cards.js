// What the product itself says under an own message: where help is, that an age is asked for, that something wasn't answered.

import { contactParts } from "./contacts.js";

const DAY = new Intl.DateTimeFormat(document.documentElement.lang, { day: "numeric", month: "long" });
const APPEALABLE = new Set(["label", "account_closed"]); // reasons of a refusal
const blank = (name) => document.getElementById(`${name}-template`).content.firstElementChild.cloneNode(true);

/** Help under an own message; it stays as it is when it is told again. */
export function showSupport(own, { text, resources }) {
  if (own.querySelector(".support")) return;
  const card = blank("support");
  card.querySelector(".card-words").replaceChildren(...text.split(/\n{2,}/).map(paragraph));
  card.querySelector(".helpers").replaceChildren(...resources.map((one) => helper(card, one)));
  linkContacts(card);
  own.append(card);
  return card;
}

function paragraph(text) {
  const part = document.createElement("p");
  part.textContent = text;
  return part;
}

function helper(card, { name, contact, url, kind, hours, languages }) {
  const item = card.querySelector("template").content.firstElementChild.cloneNode(true);
  const named = item.querySelector(".helper-name");
  const more = item.querySelector(".helper-more");
  const link = more.querySelector("a");
  item.dataset.kind = kind;
  named.textContent = name;
  item.querySelector(".contacts").textContent = contact ?? "";
  more.querySelector(".helper-facts").textContent = [hours, languages].filter(Boolean).join(" · ");
  if (/^https?:\/\//i.test(url ?? "")) {
    link.href = url;
    link.querySelector(".unseen").textContent = name;
  } else link.remove();
  more.hidden = !more.textContent.trim();
  return item;
}

/** Makes what can be called or written to easy to tap, in all help lines below `root`. */
export function linkContacts(root) {
  for (const place of root.querySelectorAll(".contacts")) {
    const { call, text } = place.closest(".support").dataset;
    place.replaceChildren(...contactParts(place.textContent).map((part) => (part.how ? contactLink(part, { call, text }) : words(part))));
  }
}

function contactLink({ how, href, words, note }, verbs) {
  const link = blank("contact");
  link.href = href;
  link.querySelector("use").setAttribute("href", `#icon-${how}`);
  const verb = link.querySelector(".verb");
  verb.textContent = `${verbs[how]} `;
  verb.classList.toggle("unseen", how === "call"); // a number says by itself that it is called
  link.querySelector(".number").textContent = words;
  link.querySelector(".note").textContent = note;
  link.querySelector(".note").hidden = !note;
  return link;
}

function words({ words }) {
  const span = document.createElement("span");
  span.textContent = words;
  return span;
}

/** The turn of an own message waits until an age is confirmed. */
export function showAge(own, { turn, url, text }) {
  own.querySelector(".age")?.remove();
  const card = blank("age");
  card.dataset.turn = turn;
  if (text) card.querySelector(".card-words").textContent = text;
  const target = new URL(url, location.href);
  target.searchParams.set("next", location.pathname);
  card.querySelector("a").href = target;
  own.append(card);
}

/** Why an own message got no reply, and the way to a person where it has one. */
export function showRefusal(own, { text, reason }, appeal = null) {
  dropAnswers(own);
  const card = blank("refusal");
  card.dataset.reason = reason ?? "";
  if (text) card.querySelector(".card-words").textContent = text;
  if (APPEALABLE.has(reason)) card.querySelector(".ask").href = `/messages/${own.dataset.id}/appeal/`;
  else card.querySelector(".card-more").remove();
  own.append(card);
  if (appeal) showAppeal(card, appeal);
  return card.querySelector(".card-words").textContent;
}

/** That another look was asked for, or what came of it. */
export function showAppeal(card, { at, answered_at: answered = null }) {
  const told = card.querySelector(".asked");
  told.textContent = (answered ? told.dataset.answered : told.dataset.sent).replace("{day}", DAY.format(new Date(answered ?? at)));
  told.hidden = false;
  card.querySelector(".ask").hidden = true;
}

/** Takes away what stood there in the place of a reply; help stays. */
export function dropAnswers(own) {
  own?.querySelectorAll(".age, .refusal").forEach((card) => card.remove());
}

/** All that the history knows of an own message. */
export function showCards(own, { turn, outcome, refusal, appeal, support, waiting_url, waiting_text }) {
  if (support) showSupport(own, support);
  if (outcome === "waiting" && waiting_url) showAge(own, { turn, url: waiting_url, text: waiting_text });
  if (refusal || outcome === "refused" || outcome === "declined") showRefusal(own, refusal ?? {}, appeal);
}
