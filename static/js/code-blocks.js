// Code in a reply stands on a sheet of its own, with a button that copies it.

/** Gives every piece of code in a message its button; one that has it keeps it. */
export function dressCode(element) {
  for (const code of element.querySelectorAll(".words pre")) {
    if (code.closest(".code")) continue;
    const sheet = document.getElementById("code-template").content.firstElementChild.cloneNode(true);
    code.replaceWith(sheet);
    sheet.append(code);
  }
}

/** Just what stood between its fences; the last line's end belongs to the fence. */
export const codeIn = (sheet) => sheet.querySelector("pre").textContent.replace(/\n$/, "");
