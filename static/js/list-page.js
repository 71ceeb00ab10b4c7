// The pages of all conversations, of the archive and of a search.

import { List } from "./list.js";
import { listenForSearch } from "./shortcut.js";

listenForSearch();
if (document.getElementById("list-rows")) new List();
