// Single keys, while nothing is being written, and the sheet that says which there are. Who speaks to a computer, or hits keys by
// accident, turns them off there (WCAG 2.1.4); Ctrl+/ opens it all the same.

const OFF = "companion.keys-off"; // kept in this browser
const CHARACTER = /^[a-z?]$/;

/** `acts`: what each single key does. */
export function listenForKeys(acts) {
  const sheet = document.getElementById("keys-sheet");
  const all = { ...acts, "?": () => open(sheet) };
  prepare(sheet);
  addEventListener("keydown", (event) => {
    const act = isForSheet(event) ? all["?"] : isSingle(event) && all[named(event)];
    if (!act || event.defaultPrevented || event.isComposing || document.querySelector("dialog[open], [role=menu]")) return;
    event.preventDefault();
    act();
  });
}

const isForSheet = ({ key, ctrlKey, metaKey, altKey }) => key === "/" && (ctrlKey || metaKey) && !altKey;

function isSingle({ target, ctrlKey, metaKey, altKey }) {
  return !ctrlKey && !metaKey && !altKey && !localStorage.getItem(OFF) && !target.closest?.("input, textarea, select, [contenteditable]");
}

/** By its character; where the keyboard writes letters of another script, by its place. */
function named({ key, code }) {
  const letter = key.toLowerCase();
  return CHARACTER.test(letter) || !/^\p{L}$/u.test(letter) ? letter : code.replace(/^Key/, "").toLowerCase();
}

function prepare(sheet) {
  const single = document.getElementById("keys-single");
  single.checked = !localStorage.getItem(OFF);
  single.addEventListener("change", () => (single.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "yes")));
  sheet.addEventListener("click", ({ target }) => {
    if (target === sheet || target.closest("[data-close]")) sheet.close(); // beside it, its veil
  });
  for (const link of document.querySelectorAll(".keys-link")) {
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // opens another tab
      event.preventDefault();
      open(sheet);
    });
  }
}

async function open(sheet) {
  await fill(sheet.querySelector(".keys"));
  if (sheet.open) return; // asked for twice meanwhile
  sheet.showModal();
  document.getElementById("keys-title").focus(); // it is read from its beginning
}

/** From the page of them, the first time. */
async function fill(place) {
  if (place.childElementCount) return;
  const answer = await fetch(place.dataset.from).catch(() => null);
  if (!answer?.ok) return (place.textContent = place.dataset.words);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  place.replaceChildren(...page.querySelector(".keys").children);
}
