// Memories as footnotes: what was put before the model stands below the reply, and a mark stands in the text only where a
// sentence shares the memory's own rare words. We show what it knew; we don't pretend to know what it thought.

const DATE = new Intl.DateTimeFormat(document.documentElement.lang, { day: "numeric", month: "long" });
const AT_ONCE = 50; // memories that one answer tells of
const NO_NAMES = new Set(
  "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December".split(" "),
);

/** Fills the footnotes of a reply that came over the socket, with the texts behind these ids. */
export const fetchFootnotes = (reply, memories) => fetchAllFootnotes([[reply, memories]]);

/** Those of a page of replies, each with its memories, in as few requests as it takes. */
export async function fetchAllFootnotes(replies) {
  const ids = [...new Set(replies.flatMap(([, memories]) => memories.map((one) => one.id)))];
  const known = new Map();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const answer = await fetch(`/memories/?ids=${ids.slice(at, at + AT_ONCE).join(",")}`, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    for (const one of (await answer.json()).memories) known.set(one.id, one);
  }
  for (const [reply, memories] of replies) if (memories.length) show(reply, memories.map(({ id }) => known.get(id)));
}

function show(reply, memories) {
  const list = reply.querySelector(".footnotes");
  list.replaceChildren(...memories.filter((one) => one?.source).map(footnote));
  list.hidden = !list.children.length;
  if (!reply.classList.contains("streaming")) markSentences(reply);
}

function footnote({ id, kind, text, source }) {
  const item = document.createElement("li");
  item.dataset.id = id;
  const fact = document.createElement("a");
  fact.className = "fact";
  fact.href = `/memories/${id}/`;
  fact.dir = "auto";
  fact.textContent = kind === "episode" ? `“${text.length > 200 ? `${text.slice(0, 199)}…` : text}”` : text;
  const link = document.createElement("a");
  link.className = "source";
  link.href = `/conversations/${source.conversation}/#m-${source.message}`;
  link.textContent = DATE.format(new Date(source.said_at));
  item.append(fact, " ", link);
  return item;
}

/** That something was forgotten, or isn't to be heard of now, in every footnote that tells it. */
export function dropFootnotes(id) {
  for (const item of document.querySelectorAll(`.footnotes li[data-id="${CSS.escape(id)}"]`)) {
    const list = item.parentElement;
    document.querySelectorAll(`sup a[href="#${CSS.escape(item.id)}"]`).forEach((mark) => mark.parentElement.remove());
    item.remove();
    list.hidden = !list.children.length;
  }
}

/** Puts each footnote's number behind the first sentence that shares one of its names. */
export function markSentences(reply) {
  const words = reply.querySelector(".words");
  if (words.querySelector("sup")) return;
  [...reply.querySelectorAll(".footnotes li")].forEach((item, index) => {
    item.id ||= `note-${reply.dataset.id}-${index + 1}`;
    for (const name of namesIn(item.querySelector(".fact").textContent)) {
      if (markFirst(words, name, index + 1, item.id)) return;
    }
  });
}

/** Capitalised words that don't open a sentence: names and places. */
export function namesIn(text) {
  const found = [...text.matchAll(/(?<=[\p{L}\d,;:’'"]\s)\p{Lu}[\p{L}’'-]+/gu)].map((match) => match[0].replace(/['’]s$/, ""));
  return found.filter((name) => !NO_NAMES.has(name));
}

function markFirst(words, name, number, target) {
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  const pattern = new RegExp(`(?<![\\p{L}])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}])[^.!?…\\n]*`, "u");
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const match = node.data.match(pattern);
    if (match && !node.parentElement.closest("a, button, code, sup")) {
      const mark = document.createElement("sup");
      const link = document.createElement("a");
      link.href = `#${target}`;
      link.textContent = number;
      link.setAttribute("aria-label", `Footnote ${number}`);
      mark.append(link);
      node.splitText(match.index + match[0].trimEnd().length).before(mark);
      return true;
    }
  }
  return false;
}
