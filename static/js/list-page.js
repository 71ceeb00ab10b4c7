// The pages of all conversations, of the archive and of a search.

import { listenForKeys } from "./keys.js";
import { List } from "./list.js";
import { listenForSearch } from "./shortcut.js";

listenForSearch();
listenForKeys({ j: () => move(1), k: () => move(-1) });
if (document.getElementById("list-rows")) new List();

/** The focus to what stands so many below it. */
function move(step) {
  const all = [...document.querySelectorAll(".one-name, .hit > a")];
  const here = all.findIndex((one) => one.parentElement.contains(document.activeElement));
  all[Math.max(here + step, 0)]?.focus();
}
