// Ctrl+K, or Cmd+K: to where one looks for what was said.

/** `open` is called first, where the field may be behind an edge. */
export function listenForSearch(open = () => {}) {
  addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const field = document.getElementById("search");
    if (!field || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open();
    field.focus();
    field.select();
  });
}
