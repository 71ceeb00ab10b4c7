// The first message that anybody may read over the shoulder names a conversation in the list; the server does the same.

const NAMING = new Set(["everyday", "romance"]);

export function nameInList(text, route) {
  const line = text.trim().split("\n")[0].trim();
  const link = document.querySelector('.list [aria-current="page"][data-nameless]');
  if (!link || !NAMING.has(route)) return;
  link.removeAttribute("data-nameless");
  link.textContent = line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
