// What goes to a person: a report of a reply, an appeal against a refusal. Each has a page of its own; here its form opens
// above the conversation, so that one stays where one is.

import { showAppeal } from "./cards.js";

const report = document.getElementById("report-dialog");
const appeal = document.getElementById("appeal-dialog");

/** Opens the forms for the links below `root`. */
export function ask(root) {
  root.addEventListener("click", (event) => {
    const link = event.target.closest("a.report:not([data-is-reported]), a.ask");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link.matches(".report") ? report : appeal, link);
  });
  for (const dialog of [report, appeal]) prepare(dialog);
}

/** That this wording was reported; its link leads to what became of it. */
export function showReported(link) {
  link.dataset.isReported = "";
  link.querySelector(".report-word").textContent = link.dataset.reported;
}

function prepare(dialog) {
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    send(dialog);
  });
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog || target.closest("[data-close]")) dialog.close(); // beside it, its veil
  });
}

function open(dialog, link) {
  const form = dialog.querySelector("form");
  dialog.link = link;
  form.reset();
  form.action = link.href;
  if (form.elements.variant) form.elements.variant.value = link.closest(".reply").dataset.variant;
  tellErrors(form, {});
  show(dialog, "form");
  dialog.showModal();
}

function show(dialog, part) {
  dialog.querySelector("form").hidden = part !== "form";
  dialog.querySelector(".sent").hidden = part !== "sent";
}

async function send(dialog) {
  const form = dialog.querySelector("form");
  const button = form.querySelector("[type=submit]");
  button.disabled = true;
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
    if (answer.redirected) return location.assign(form.action); // signed out meanwhile
    const told = await answer.json();
    if (answer.ok) sent(dialog, told);
    else tellErrors(form, told.errors ?? { all: told.error });
  } catch {
    tellErrors(form, { all: form.querySelector("[data-error=all]").dataset.words });
  } finally {
    button.disabled = false;
  }
}

function sent(dialog, told) {
  if (dialog === report) showReported(dialog.link);
  else showAppeal(dialog.link.closest(".card"), told);
  show(dialog, "sent");
  dialog.querySelector(".sent").focus();
}

function tellErrors(form, errors) {
  for (const place of form.querySelectorAll("[data-error]")) place.textContent = errors[place.dataset.error] ?? "";
}
