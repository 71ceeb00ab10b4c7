// An own message changed in its place. It stays open until the new words have taken it, so that they are never lost.

import { sends } from "./composer.js";
import { tooLong } from "./length.js";

/** `save(text)` answers whether it was taken. */
export function openEditor(own, { save }) {
  if (own.querySelector(".editor")) return;
  const form = document.getElementById("editor-template").content.firstElementChild.cloneNode(true);
  const field = form.querySelector("textarea");
  const words = own.querySelector(".words");
  const grow = () => {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
  };
  const submit = () => {
    const excess = tooLong(field.value);
    if (field.value === words.textContent) return close(own);
    if (!field.value.trim()) return;
    if (!excess && save(field.value)) setWaiting(form, true);
    else explain(form, excess || form.querySelector(".not-saved").dataset.busy);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  form.querySelector("[data-cancel]").addEventListener("click", () => close(own));
  field.addEventListener("input", () => {
    grow();
    explain(form, "");
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation(); // it closes this, and nothing behind it
      close(own);
    } else if (event.target === field && sends(event)) {
      event.preventDefault();
      submit();
    }
  });
  words.after(form);
  own.classList.add("editing");
  field.value = words.textContent;
  grow();
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

/** It was not taken: what was written is still there, and so is why. */
export function reopenEditor(own, text, why = "") {
  const form = own.querySelector(".editor");
  const field = form.querySelector("textarea");
  setWaiting(form, false);
  field.value = text;
  field.dispatchEvent(new Event("input"));
  explain(form, why);
  field.focus();
}

/** What is being written in open editors below `list`, by message; what is on its way to the server is none of it. */
export function openEdits(list) {
  const fields = [...list.querySelectorAll(".editor textarea:enabled")];
  return fields.map((field) => ({ id: field.closest(".own").dataset.id, text: field.value }));
}

function explain(form, why) {
  form.querySelector(".not-saved").textContent = why;
}

function setWaiting(form, isWaiting) {
  for (const part of form.elements) part.disabled = isWaiting;
  if (isWaiting) explain(form, "");
}

function close(own) {
  own.querySelector(".editor").remove();
  own.classList.remove("editing");
  own.querySelector('[data-deed="edit"]').focus();
}
